using System.Text;
using System.Text.RegularExpressions;
using Rushes.Engine.Library;
using Rushes.Film;

namespace Rushes.Engine.Making;

/// <summary>
/// Shows data files, and puts the user's own in their place. A text that could not be read is refused before anything is changed; what was saved is used by
/// whoever reads the file next.
/// </summary>
public sealed partial class DataDesk(IDataLibrary library, IOwnData own, DataShelf shelf, IEnumerable<DataForm> forms)
{
    /// <summary>Bytes of a text in UTF-8.</summary>
    public const int Largest = 256 << 10;

    private static readonly (string Shelf, bool TakesNew)[] Shelves =
    [
        ("templates", true), ("styles", true), ("domains", true), ("models", true), ("language-models", true), ("languages", true), ("manners", true),
        ("prompts", false), ("voices", false),
    ];

    private readonly IReadOnlyList<DataForm> _forms = [.. DataForms.All, .. forms];
    private readonly Lock _saving = new();

    /// <summary>The shelves with their files as they stand now.</summary>
    public IReadOnlyList<DataFolder> List() =>
        [.. Shelves.Select(one => new DataFolder(one.Shelf, one.TakesNew, [.. NamesOf(one.Shelf).Select(file => new DataRow(file.Key, IsOwn(file.Value), HasBuiltIn(file.Value)))]))];

    /// <exception cref="MistakeException">There is no such file, or the user's is reached by a link.</exception>
    public DataPage Read(string folder, string id) => PageOf(folder, id, Known(folder, id));

    /// <summary>Saves a text as the user's own file: over the one of this name, or as a new one.</summary>
    /// <exception cref="MistakeException">The text could not be read, or may not stand there; nothing was changed then.</exception>
    public DataPage Save(string folder, string id, string text) => Put(folder, id, text, mayReplace: true);

    /// <summary>Saves a text as a file of the user's own under a name that no file has yet.</summary>
    /// <inheritdoc cref="Save" path="/exception"/>
    public DataPage Add(string folder, string id, string text) => Put(folder, id, text, mayReplace: false);

    /// <summary>Removes the user's own file: from then on the built-in one of its name counts, if there is one.</summary>
    /// <returns>The built-in file; null when there is none.</returns>
    /// <exception cref="MistakeException">There is no such file, or it is not the user's.</exception>
    public DataPage? Remove(string folder, string id)
    {
        lock (_saving)
        {
            var name = Known(folder, id);
            if (!IsOwn(name))
                throw Mistake.Input("data.not-own", "id", name).AsException();
            own.Remove(name);
            shelf.Forget(name);
            return HasBuiltIn(name) ? PageOf(folder, id, name) : null;
        }
    }

    private DataPage Put(string folder, string id, string text, bool mayReplace)
    {
        ArgumentNullException.ThrowIfNull(text);
        lock (_saving)
        {
            var name = NamesOf(Demand(folder).Shelf).GetValueOrDefault(id);
            if (name is not null && !mayReplace)
                throw Mistake.Input("data.taken", "id", name).AsException();
            name ??= New(folder, id);
            if (Encoding.UTF8.GetByteCount(text) > Largest)
                throw Mistake.Input("data.too-large", "text", name, Largest >> 10).AsException();

            // Browsers send the line ends of forms in their own way.
            var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal);
            if (FormOf(name)!.FaultOf(name, lines, shelf) is { } fault)
            {
                throw (fault.Line is { } line
                    ? Mistake.Input("data.refused-at", "text", name, line, fault.Reason)
                    : Mistake.Input("data.refused", "text", name, fault.Reason)).AsException();
            }

            own.Write(name, lines);
            shelf.Forget(name);
            return PageOf(folder, id, name);
        }
    }

    private DataPage PageOf(string folder, string id, string name)
    {
        var (mine, builtIn) = (own.Read(name), library.BuiltInPathOf(name));
        var path = own.PlaceOf(name);
        return new(folder, id, mine ?? File.ReadAllText(builtIn ?? throw Missing(folder, id)))
        {
            IsOwn = mine is not null,
            HasBuiltIn = builtIn is not null,
            OwnPath = path,
            MayBeCopied = Demand(folder).TakesNew,
            Broken = mine is not null && FormOf(name)!.FaultOf(name, mine) is { } fault ? fault.Of(path, builtIn is not null) : null,
        };
    }

    /// <summary>Names by id. What comes from outside is looked up here, and becomes no part of a path by itself.</summary>
    private Dictionary<string, string> NamesOf(string folder)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in library.Names(folder, ".json").Concat(library.Names(folder, ".md")).Where(name => FormOf(name) is not null).Order(StringComparer.Ordinal))
            names.TryAdd(name[(folder.Length + 1)..name.LastIndexOf('.')], name);
        return names;
    }

    private string Known(string folder, string id) => NamesOf(Demand(folder).Shelf).GetValueOrDefault(id) ?? throw Missing(folder, id);

    /// <summary>The name of a file that is not there yet.</summary>
    private static string New(string folder, string id)
    {
        if (!Demand(folder).TakesNew)
            throw Mistake.Input("data.no-new", "id", folder, id).AsException();
        return Id().IsMatch(id) ? $"{folder}/{id}.json" : throw Mistake.Input("data.bad-id", "id", id).AsException();
    }

    private static (string Shelf, bool TakesNew) Demand(string folder) => Shelves.FirstOrDefault(one => one.Shelf == folder) is { Shelf: not null } found
        ? found
        : throw Mistake.Input("data.no-shelf", "shelf", folder, string.Join(", ", Shelves.Select(one => one.Shelf))).AsException();

    private DataForm? FormOf(string name) => _forms.Where(form => form.Fits(name)).MaxBy(form => form.Place.Length);

    private bool HasBuiltIn(string name) => library.BuiltInPathOf(name) is not null;

    private bool IsOwn(string name) => library.PathOf(name) != library.BuiltInPathOf(name);

    private static MistakeException Missing(string folder, string id) => Mistake.Input("data.missing", "id", $"{folder}/{id}").AsException();

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{0,63}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();
}
