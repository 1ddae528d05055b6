using System.Collections;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Rushes.Engine.Texts;

namespace Rushes.Engine.Library;

/// <summary>
/// Reads data files as records, once. A user's file that is broken is set aside with its reason, and the built-in one of the same name is used; a broken
/// built-in file is a bug and throws.
/// </summary>
public sealed class DataShelf(IDataLibrary library)
{
    private static readonly JsonSerializerOptions Lenient = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RefuseHoles } },
    };

    private readonly ConcurrentDictionary<(string Name, Type Type), object> _read = new();

    // What is wrong is said in the language of whoever asks, not of whoever happened to read the file first.
    private readonly ConcurrentDictionary<string, Func<BrokenFile>> _broken = new(StringComparer.Ordinal);
    private readonly Lock _keeping = new();
    private long _changes;

    public IDataLibrary Library => library;

    /// <summary>The user's files that could not be used, for <c>doctor</c> and the lists to show.</summary>
    public IReadOnlyList<BrokenFile> Broken => [.. _broken.Values.Select(broken => broken()).OrderBy(file => file.Path, StringComparer.Ordinal)];

    /// <summary>What keeps a text from being read as a record; null: nothing.</summary>
    public static FileFault? FaultOf<T>(string text)
    {
        try
        {
            Parse<T>(text);
            return null;
        }
        catch (JsonException broken)
        {
            return FaultIn(broken);
        }
    }

    /// <summary>The absolute path of the user's file that is used; null when the built-in one is, or none.</summary>
    public string? OwnPathOf(string name)
    {
        if (!library.Has(name))
            return null;
        var path = library.PathOf(name);
        return path == library.BuiltInPathOf(name) || _broken.ContainsKey(name) ? null : path;
    }

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public T Read<T>(string name)
        where T : class => Find<T>(name) ?? throw new FileNotFoundException("The only file of this name is broken.", name);

    /// <summary>Every readable file below a folder with its name without folder and ending, in ordinal order.</summary>
    public IReadOnlyList<(string Id, T Value)> ReadAll<T>(string folder)
        where T : class =>
        [.. library.Names(folder, ".json").Select(name => (Path.GetFileNameWithoutExtension(name), Value: Find<T>(name)!)).Where(file => file.Value is not null)];

    /// <summary>A text file as it is; one of the user's in which <paramref name="check"/> finds a fault gives way to the built-in one.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public string ReadText(string name, Func<string, FileFault?> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        return Keep<string>(name, () =>
        {
            var path = library.PathOf(name);
            var builtIn = library.BuiltInPathOf(name);
            var text = File.ReadAllText(path);
            return builtIn is null || path == builtIn || check(text) is not { } fault
                ? (text, null)
                : (File.ReadAllText(builtIn), () => (check(text) ?? fault).Of(path, isReplaced: true));
        })!;
    }

    /// <summary>A file of this name was changed: it is read anew when it is next asked for.</summary>
    public void Forget(string name)
    {
        lock (_keeping)
        {
            _changes++;
            _broken.TryRemove(name, out _);
            foreach (var key in _read.Keys.Where(key => key.Name == name))
                _read.TryRemove(key, out _);
        }
    }

    /// <returns>Null when only a broken file of the user's has this name.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    internal T? Find<T>(string name)
        where T : class => Keep(name, () => Load<T>(name));

    /// <exception cref="JsonException">The text is no such record.</exception>
    internal static T Parse<T>(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return Parse<T>(stream);
    }

    private T? Keep<T>(string name, Func<(T? Value, Func<BrokenFile>? Broken)> load)
        where T : class
    {
        if (_read.TryGetValue((name, typeof(T)), out var known))
            return (T)known;
        var changes = Interlocked.Read(ref _changes);
        var (value, broken) = load();
        lock (_keeping)
        {
            // What was read while somebody changed a file may be what stood there before: it is not kept.
            if (changes != _changes)
                return value;
            if (broken is not null)
                _broken[name] = broken;
            return value is null ? null : (T)_read.GetOrAdd((name, typeof(T)), value);
        }
    }

    private (T? Value, Func<BrokenFile>? Broken) Load<T>(string name)
        where T : class
    {
        var path = library.PathOf(name);
        var builtIn = library.BuiltInPathOf(name);
        try
        {
            return (Open<T>(path), null);
        }
        catch (Exception broken) when (path != builtIn && broken is JsonException or IOException or UnauthorizedAccessException)
        {
            return (builtIn is null ? null : Open<T>(builtIn), () => FaultIn(broken).Of(path, isReplaced: builtIn is not null));
        }
    }

    /// <summary>No list of a data file has nothing among its entries; who reads one does not look for it.</summary>
    private static void RefuseHoles(JsonTypeInfo list)
    {
        if (list.Kind != JsonTypeInfoKind.Enumerable)
            return;
        list.OnDeserialized = read =>
        {
            if (((IEnumerable)read).Cast<object?>().Contains(null))
                throw new JsonException();
        };
    }

    private static FileFault FaultIn(Exception broken) => new((broken as JsonException)?.LineNumber + 1, DataFaults.ReasonOf(broken));

    private static T Open<T>(string path)
    {
        using var stream = File.OpenRead(path);
        return Parse<T>(stream);
    }

    private static T Parse<T>(Stream stream)
    {
        var value = JsonSerializer.Deserialize<T>(stream, Lenient) ?? throw new UnfitException(() => Sentence.Of("data.fault-null"));
        return value is ISelfChecked { Fault: { } fault } read ? throw new UnfitException(() => read.Fault ?? fault) : value;
    }

    /// <summary>The text is well formed and yet of no use.</summary>
    /// <param name="reason">In the language of the user at the moment.</param>
    private sealed class UnfitException(Func<string> reason) : JsonException
    {
        public override string Message => reason();
    }
}
