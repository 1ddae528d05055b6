namespace Rushes.Providers.Ffmpeg;

/// <summary>
/// How a program that handles pictures is to ask for memory: big pieces are kept and used again instead of being given back after every picture, and
/// come in huge pages. On a virtual machine first touching fresh pages costs as much as drawing into them. Read by glibc (mallopt(3), GNU C
/// Library Manual, <em>Memory Allocation Tunables</em>); others pass over it.
/// </summary>
internal static class FrameMemory
{
    private static readonly (string Name, string Value)[] Variables =
    [
        // The most that glibc takes as a threshold: 32 MiB.
        ("MALLOC_MMAP_THRESHOLD_", "33554432"),
        ("MALLOC_TRIM_THRESHOLD_", "268435456"),
        ("MALLOC_ARENA_MAX", "1"),
        ("GLIBC_TUNABLES", "glibc.malloc.hugetlb=1"),
    ];

    /// <summary>Adds what the user has not set already.</summary>
    public static void AddTo(IDictionary<string, string?> environment)
    {
        if (!OperatingSystem.IsLinux())
            return;
        foreach (var (name, value) in Variables)
            environment.TryAdd(name, value);
    }
}
