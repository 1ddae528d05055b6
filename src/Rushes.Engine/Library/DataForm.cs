using Rushes.Engine.Texts;

namespace Rushes.Engine.Library;

/// <summary>What the data files of a place are read as: it tells whether a text would be understood before it is put there.</summary>
public sealed class DataForm
{
    private readonly string _ending;
    private readonly Func<string, string, FileFault?> _fault;
    private readonly Func<DataShelf, string, string, string?>? _misfit;

    private DataForm(string place, string ending, Func<string, string, FileFault?> fault, Func<DataShelf, string, string, string?>? misfit = null) =>
        (Place, _ending, _fault, _misfit) = (place, ending, fault, misfit);

    /// <summary>The name of one file, or a folder with its closing slash.</summary>
    public string Place { get; }

    /// <summary>Files that are read as records.</summary>
    public static DataForm Of<T>(string place)
        where T : class => new(place, ".json", (_, text) => DataShelf.FaultOf<T>(text));

    /// <summary>Files that are read as records which must go with the other files.</summary>
    /// <param name="misfit">Why the record does not, in the language of the user and without a full stop; null: it does. Hears the file's name.</param>
    public static DataForm Of<T>(string place, Func<DataShelf, string, T, string?> misfit)
        where T : class => new(place, ".json", (_, text) => DataShelf.FaultOf<T>(text), (shelf, name, text) => misfit(shelf, name, DataShelf.Parse<T>(text)));

    /// <summary>Files that are read as they are.</summary>
    /// <param name="fault">Finds what is wrong with the text, its second argument, of the file that the first one names.</param>
    public static DataForm Text(string place, string ending, Func<string, string, FileFault?> fault) => new(place, ending, fault);

    public bool Fits(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Place.EndsWith('/') ? name.StartsWith(Place, StringComparison.Ordinal) && name.EndsWith(_ending, StringComparison.Ordinal) : name == Place;
    }

    /// <summary>What keeps a text from being read; null: nothing.</summary>
    public FileFault? FaultOf(string name, string text) => _fault(name, text);

    /// <summary>What speaks against putting a text under the name: it could not be read, or does not go with the other files.</summary>
    public FileFault? FaultOf(string name, string text, DataShelf others) =>
        FaultOf(name, text) ?? (_misfit?.Invoke(others, name, text) is { } reason ? new(null, reason) : null);
}
