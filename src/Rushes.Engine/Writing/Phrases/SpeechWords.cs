namespace Rushes.Engine.Writing.Phrases;

/// <summary>Words of a language that no bank owns.</summary>
public sealed record SpeechWords
{
    /// <summary>Emotions as people read them, by their word in the format.</summary>
    public required IReadOnlyDictionary<string, string> Emotions { get; init; }

    public IReadOnlyList<AddressForm> Address { get; init; } = [];

    /// <summary>How a character's canonical sentence is built: <c>"{name} là {identity}."</c>.</summary>
    public required string Identity { get; init; }

    /// <summary>How a look and a dress follow the role.</summary>
    public required string Looks { get; init; }

    /// <summary>The same after a name that is the role already, as in an idea that tells its whole story.</summary>
    public required string ToldLooks { get; init; }

    /// <summary>Roles as people read them: hero, mate, sought, presenter.</summary>
    public required IReadOnlyDictionary<string, string> Roles { get; init; }

    /// <summary>How an animal's kin is called: <c>"{species} {kin}"</c>.</summary>
    public required string Kin { get; init; }

    /// <summary>How a place is called that the lexicon does not know: the fallback preposition.</summary>
    public required string At { get; init; }

    /// <summary>The first numbers as words, from one.</summary>
    public required IReadOnlyList<string> Numbers { get; init; }

    /// <summary>How a step is announced: <c>"Bước {number}"</c>.</summary>
    public required string Step { get; init; }

    /// <summary>How an item of a list is told: <c>"{number}: {say}."</c>.</summary>
    public required string Item { get; init; }

    /// <summary>Things that one reads: they make the circumstance "written".</summary>
    public required IReadOnlyList<string> WrittenThings { get; init; }

    /// <summary>Greetings that must never open a film.</summary>
    public required IReadOnlyList<string> Greetings { get; init; }
}
