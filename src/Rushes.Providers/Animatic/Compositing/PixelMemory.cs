using System.Runtime.InteropServices;

namespace Rushes.Providers.Animatic.Compositing;

/// <summary>
/// Bytes for pixels outside the collected heap, so that a clip's megabytes go back to the system the moment it is filmed. A vector read that starts at the
/// last byte stays inside.
/// </summary>
internal sealed unsafe class PixelMemory : SafeHandle
{
    private const nuint Alignment = 64;
    private const int Slack = 64;

    public PixelMemory(long length)
        : base(0, ownsHandle: true)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Length = length;
        SetHandle((nint)NativeMemory.AlignedAlloc((nuint)(length + Slack), Alignment));
        NativeMemory.Clear(Pointer + length, Slack);
    }

    public long Length { get; }

    public byte* Pointer => (byte*)handle;

    public override bool IsInvalid => handle == 0;

    public Span<byte> Span(long offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Length - length);
        return new(Pointer + offset, length);
    }

    protected override bool ReleaseHandle()
    {
        NativeMemory.AlignedFree((void*)handle);
        return true;
    }
}
