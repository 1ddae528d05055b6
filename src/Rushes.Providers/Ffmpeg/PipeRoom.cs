using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace Rushes.Providers.Ffmpeg;

/// <summary>
/// Makes a pipe to a program as wide as Linux lets everybody make it: a picture passes in a few gulps, where the usual 64 KiB would wake both sides some fifty
/// times (<c>fcntl(2)</c>, F_SETPIPE_SZ; <c>/proc/sys/fs/pipe-max-size</c>). Where that is not known or refused the pipe stays as it is.
/// </summary>
internal static partial class PipeRoom
{
    private const int SetPipeSize = 1031;
    private const int Widest = 1 << 20;

    public static void Widen(Stream pipe)
    {
        if (OperatingSystem.IsLinux() && pipe is PipeStream stream)
            _ = Control(stream.SafePipeHandle, SetPipeSize, Widest);
    }

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Control(SafeHandle pipe, int command, int argument);
}
