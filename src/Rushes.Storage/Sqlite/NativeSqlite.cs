using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Rushes.Storage.Sqlite;

/// <summary>Chooses between the SQLite that came with the packages (3.35) and the system's own where that is newer.</summary>
internal static class NativeSqlite
{
    private const int Bundled = 3_035_005;
    private static readonly string[] SystemNames = ["libsqlite3.so.0", "libsqlite3.dylib", "winsqlite3"];
    private static readonly Lazy<bool> Chosen = new(Choose);

    public static void Load() => _ = Chosen.Value;

    private static bool Choose()
    {
        var system = NewerSystemLibrary();
        if (system != 0)
            NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, (name, _, _) => name == "e_sqlite3" ? system : 0);
        Batteries_V2.Init();

        // A session is used by one thread at a time: its connection needs no locks of its own, and nobody asks how much memory all of them use.
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
        return system != 0;
    }

    private static unsafe nint NewerSystemLibrary()
    {
        foreach (var name in SystemNames)
        {
            if (!NativeLibrary.TryLoad(name, Assembly.GetExecutingAssembly(), DllImportSearchPath.SafeDirectories, out var library))
                continue;
            if (NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var version)
                && NativeLibrary.TryGetExport(library, "sqlite3_threadsafe", out var threadSafe)
                && ((delegate* unmanaged[Cdecl]<int>)version)() > Bundled
                && ((delegate* unmanaged[Cdecl]<int>)threadSafe)() != 0)
                return library;
            NativeLibrary.Free(library);
        }

        return 0;
    }
}
