export function serveGallery(): Promise<{ url: string; close(): void }>;
