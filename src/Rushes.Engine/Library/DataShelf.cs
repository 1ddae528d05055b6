using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
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
    };

    private readonly ConcurrentDictionary<(string Name, Type Type), object> _read = new();
    private readonly ConcurrentDictionary<string, BrokenFile> _broken = new(StringComparer.Ordinal);

    public IDataLibrary Library => library;

    /// <summary>The user's files that could not be used, for <c>doctor</c> and the lists to show.</summary>
    public IReadOnlyList<BrokenFile> Broken => [.. _broken.Values.OrderBy(file => file.Path, StringComparer.Ordinal)];

    /// <summary>The absolute path of the user's file that is used; null when the built-in one is, or none.</summary>
    public string? OwnPathOf(string name)
    {
        if (!library.Has(name))
            return null;
        var path = library.PathOf(name);
        return path == library.BuiltInPathOf(name) || _broken.ContainsKey(path) ? null : path;
    }

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public T Read<T>(string name)
        where T : class => (T)_read.GetOrAdd((name, typeof(T)), key => Load<T>(key.Name)
            ?? throw new FileNotFoundException("The only file of this name is broken.", key.Name));

    /// <summary>Every readable file below a folder with its name without folder and ending, in ordinal order.</summary>
    public IReadOnlyList<(string Id, T Value)> ReadAll<T>(string folder)
        where T : class
    {
        var all = new List<(string, T)>();
        foreach (var name in library.Names(folder, ".json"))
        {
            var value = _read.TryGetValue((name, typeof(T)), out var known) ? (T)known : Load<T>(name);
            if (value is null)
                continue;
            _read[(name, typeof(T))] = value;
            all.Add((Path.GetFileNameWithoutExtension(name), value));
        }

        return all;
    }

    /// <summary>A text file as it is; one of the user's in which <paramref name="check"/> finds a fault gives way to the built-in one.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public string ReadText(string name, Func<string, FileFault?> check)
    {
        return (string)_read.GetOrAdd((name, typeof(string)), _ =>
        {
            var path = library.PathOf(name);
            var builtIn = library.BuiltInPathOf(name);
            var text = File.ReadAllText(path);
            if (builtIn is null || path == builtIn || check(text) is not { } fault)
                return text;
            _broken[path] = new(path, fault.Line, fault.Reason) { IsReplaced = true };
            return File.ReadAllText(builtIn);
        });
    }

    /// <summary>Null when only a broken file of the user's has this name.</summary>
    private T? Load<T>(string name)
        where T : class
    {
        var path = library.PathOf(name);
        var builtIn = library.BuiltInPathOf(name);
        try
        {
            return Parse<T>(path);
        }
        catch (Exception broken) when (path != builtIn && broken is JsonException or IOException or UnauthorizedAccessException)
        {
            _broken[path] = new(path, (broken as JsonException)?.LineNumber + 1, DataFaults.ReasonOf(broken)) { IsReplaced = builtIn is not null };
            return builtIn is null ? null : Parse<T>(builtIn);
        }
    }

    private static T Parse<T>(string path)
    {
        using var stream = File.OpenRead(path);
        var value = JsonSerializer.Deserialize<T>(stream, Lenient) ?? throw new JsonException(Sentence.Of("data.fault-null"));
        return (value as ISelfChecked)?.Fault is { } fault ? throw new JsonException(fault) : value;
    }
}
