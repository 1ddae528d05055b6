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

    /// <summary>Bytes from which whole pages are worth it.</summary>
    private const long Large = 1 << 17;

    private readonly bool _isPages;

    public PixelMemory(long length)
        : base(0, ownsHandle: true)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Length = length;
        var pages = length >= Large && SystemPages.AreKnown ? SystemPages.Take(Taken) : 0;
        _isPages = pages != 0;
        SetHandle(_isPages ? pages : (nint)NativeMemory.AlignedAlloc(Taken, Alignment));
        NativeMemory.Clear(Pointer + length, Slack);
    }

    public long Length { get; }

    public byte* Pointer => (byte*)handle;

    public override bool IsInvalid => handle == 0;

    private nuint Taken => (nuint)(Length + Slack);

    public Span<byte> Span(long offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Length - length);
        return new(Pointer + offset, length);
    }

    protected override bool ReleaseHandle()
    {
        if (_isPages)
            SystemPages.GiveBack(handle, Taken);
        else
            NativeMemory.AlignedFree((void*)handle);
        return true;
    }
}
