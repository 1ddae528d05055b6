using Rushes.Engine.Library;

namespace Rushes.Engine.Writing.Checking;

/// <summary>Finds what is known of a language; one that nobody knows is read like English.</summary>
internal sealed class CheckingShelf(DataShelf shelf)
{
    private const string Usual = "en";

    public Wording WordingOf(string language)
    {
        var known = shelf.Library.Has($"languages/{language}.json") && shelf.Library.Has($"checking/{language}.json") ? language : Usual;
        return new(known, shelf.Read<LanguageFacts>($"languages/{known}.json"), shelf.Read<CheckingWords>($"checking/{known}.json"));
    }
}
