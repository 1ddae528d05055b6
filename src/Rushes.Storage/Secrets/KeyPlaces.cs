using System.Collections.Concurrent;

namespace Rushes.Storage.Secrets;

/// <summary>
/// The places for the key of a home, best first: a passphrase in <c>RUSHES_PASSPHRASE</c>, the key store of the operating system, a file. New secrets are
/// sealed with the first that works; old ones are opened with whichever has their key, so that a passphrase may be added at any time.
/// </summary>
public sealed class KeyPlaces
{
    /// <summary>Names the passphrase.</summary>
    public const string Passphrase = "RUSHES_PASSPHRASE";

    /// <summary><c>file</c>: leave the operating system's key store alone, as on a server where nobody could unlock it.</summary>
    public const string Choice = "RUSHES_KEYS";

    private readonly ConcurrentDictionary<string, SealingKey> _known = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<KeyPlace> _places;
    private SealingKey? _sealing;

    /// <param name="folder">Absolute; made when the first key is.</param>
    /// <param name="environment">Looks up an environment variable.</param>
    public KeyPlaces(string folder, Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        _places = [.. Places(folder, environment)];
    }

    /// <returns>Null when no place has this key.</returns>
    internal async ValueTask<SealingKey?> FindAsync(string id, CancellationToken cancellation)
    {
        foreach (var place in _known.ContainsKey(id) ? [] : _places)
        {
            if (await place.FindAsync(cancellation) is not { } key)
                continue;
            _known[key.Id] = key;
            if (key.Id == id)
                break;
        }

        return _known.GetValueOrDefault(id);
    }

    internal async ValueTask<SealingKey> ForSealingAsync(CancellationToken cancellation)
    {
        foreach (var place in _sealing is null ? _places : [])
        {
            if (await place.FindOrMakeAsync(cancellation) is not { } key)
                continue;
            _known[key.Id] = _sealing = key;
            break;
        }

        return _sealing ?? throw new IOException("The key file is damaged: it does not hold a key.");
    }

    private static IEnumerable<KeyPlace> Places(string folder, Func<string, string?> environment)
    {
        if (environment(Passphrase) is { Length: > 0 } passphrase)
            yield return new PassphraseKey(folder, passphrase);
        if (environment(Choice) != "file" && SystemStore(folder, environment) is { } store)
            yield return store;
        yield return new KeyFile(folder);
    }

    private static KeyPlace? SystemStore(string folder, Func<string, string?> environment)
    {
        if (OperatingSystem.IsWindows())
            return new WindowsKey(folder);
        if (OperatingSystem.IsMacOS())
            return SystemProgram.Find("security", "/usr/bin") is { } security ? new Keychain(folder, security) : null;
        // Without a session bus nobody would answer.
        return environment("DBUS_SESSION_BUS_ADDRESS") is { Length: > 0 } && SystemProgram.Find("secret-tool", environment("PATH")) is { } tool
            ? new SecretService(folder, tool)
            : null;
    }
}
