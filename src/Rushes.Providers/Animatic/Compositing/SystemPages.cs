using System.Runtime.InteropServices;

namespace Rushes.Providers.Animatic.Compositing;

/// <summary>
/// Memory straight from the system, zeroed, that goes back the moment it is freed. The C library keeps what was freed in an arena for every thread, in
/// pieces that the next clip's layers do not fit into.
/// </summary>
internal static partial class SystemPages
{
    private const int ReadWrite = 0x3;
    private const int Private = 0x2;

    // MADV_HUGEPAGE of madvise(2).
    private const int HugePages = 14;
    private const nint Failed = -1;
    private static readonly int Anonymous = OperatingSystem.IsMacOS() ? 0x1000 : 0x20;

    /// <summary>Whether the system is one that this knows to ask.</summary>
    public static bool AreKnown { get; } = Environment.Is64BitProcess && (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS());

    /// <returns>0 when the system gives none.</returns>
    public static nint Take(nuint length)
    {
        var pages = Map(0, length, ReadWrite, Private | Anonymous, -1, 0);
        if (pages == Failed)
            return 0;

        // All of it is written soon, and in large pages the system steps in hundreds of times less. Only a wish: what it answers does not matter.
        if (OperatingSystem.IsLinux())
            _ = Advise(pages, length, HugePages);
        return pages;
    }

    public static void GiveBack(nint pages, nuint length) => _ = Unmap(pages, length);

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial nint Map(nint address, nuint length, int protection, int flags, int file, long offset);

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint address, nuint length, int advice);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(nint address, nuint length);
}
