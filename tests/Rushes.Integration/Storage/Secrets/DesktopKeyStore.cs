namespace Rushes.Integration.Storage.Secrets;

/// <summary>A key store that speaks as <c>secret-tool</c> does and keeps its items in a folder.</summary>
internal sealed class DesktopKeyStore
{
    private readonly string _folder;

    public DesktopKeyStore(DirectoryInfo home)
    {
        _folder = home.CreateSubdirectory("desktop").FullName;
        var program = Path.Combine(_folder, "secret-tool");
        File.WriteAllText(
            program,
            """
            #!/bin/sh
            here=$(dirname "$0")
            test -e "$here/locked" && exit 1
            for last in "$@"; do :; done
            case $1 in
              store) cat > "$here/item-$last" ;;
              lookup) cat "$here/item-$last" ;;
            esac
            """.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    public void Offer(Dictionary<string, string> environment)
    {
        environment["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nowhere";
        environment["PATH"] = _folder;
    }

    public void Lock() => File.WriteAllText(Path.Combine(_folder, "locked"), "");

    public void Unlock() => File.Delete(Path.Combine(_folder, "locked"));
}
