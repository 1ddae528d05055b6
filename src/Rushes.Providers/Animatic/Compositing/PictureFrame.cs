using Rushes.Film.Scenes;

namespace Rushes.Providers.Animatic.Compositing;

/// <summary>One finished picture as ffmpeg takes it: I420, the planes one after the other without gaps.</summary>
internal sealed class PictureFrame(FrameSize size)
{
    public FrameSize Size { get; } = size;

    public byte[] Bytes { get; } = GC.AllocateUninitializedArray<byte>(size.Width * size.Height * 3 / 2, pinned: true);

    public Span<byte> Luma => Bytes.AsSpan(0, Size.Width * Size.Height);

    public Span<byte> U => Bytes.AsSpan(Size.Width * Size.Height, Size.Width * Size.Height / 4);

    public Span<byte> V => Bytes.AsSpan(Size.Width * Size.Height * 5 / 4, Size.Width * Size.Height / 4);
}
