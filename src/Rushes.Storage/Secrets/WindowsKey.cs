using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Rushes.Storage.Secrets;

/// <summary>The key in a file that the Data Protection API of Windows encrypted for this user.</summary>
[SupportedOSPlatform("windows")]
internal sealed partial class WindowsKey(string folder) : KeyPlace(folder)
{
    private const string Name = "studio.dpapi";

    // dpapi.h: no question to the user.
    private const uint Silently = 1;

    public override ValueTask<SealingKey?> FindAsync(CancellationToken cancellation) =>
        new(OnceFile.Read(FileOf(Name)) is { } file ? KeyOf(Turn(file, protect: false)) : null);

    public override ValueTask<SealingKey?> FindOrMakeAsync(CancellationToken cancellation)
    {
        if (OnceFile.Read(FileOf(Name)) is null)
        {
            if (Turn(SealingKey.New().Key, protect: true) is not { } hidden)
                return new((SealingKey?)null);
            OnceFile.Make(FileOf(Name), hidden);
        }

        return FindAsync(cancellation);
    }

    /// <returns>Null when Windows refused.</returns>
    private static unsafe byte[]? Turn(ReadOnlySpan<byte> input, bool protect)
    {
        fixed (byte* start = input)
        {
            var given = new Blob { Length = (uint)input.Length, Start = start };
            var made = default(Blob);
            var done = protect
                ? CryptProtectData(&given, null, null, null, null, Silently, &made)
                : CryptUnprotectData(&given, null, null, null, null, Silently, &made);
            if (done == 0)
                return null;
            try
            {
                return new ReadOnlySpan<byte>(made.Start, checked((int)made.Length)).ToArray();
            }
            finally
            {
                Marshal.FreeHGlobal((nint)made.Start);
            }
        }
    }

    [LibraryImport("crypt32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static unsafe partial int CryptProtectData(Blob* input, char* description, Blob* entropy, void* reserved, void* prompt, uint flags, Blob* output);

    [LibraryImport("crypt32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static unsafe partial int CryptUnprotectData(Blob* input, char** description, Blob* entropy, void* reserved, void* prompt, uint flags, Blob* output);

    [StructLayout(LayoutKind.Sequential)]
    private unsafe struct Blob
    {
        public uint Length;
        public byte* Start;
    }
}
