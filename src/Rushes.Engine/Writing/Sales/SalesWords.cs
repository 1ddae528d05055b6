using Rushes.Engine.Writing.Phrases;

namespace Rushes.Engine.Writing.Sales;

/// <summary>Words of a language that every sales film shares.</summary>
public sealed record SalesWords
{
    /// <summary>Ways to say something of the seller's own, by beat; the slot is <c>{point}</c>.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Points { get; init; }

    /// <summary>Ways to say the price (<c>{price}</c>) and the offer (<c>{offer}</c>).</summary>
    public required IReadOnlyList<string> Price { get; init; }

    public required IReadOnlyList<string> Offer { get; init; }

    /// <summary>Ways to end with the seller's own call to action (<c>{cta}</c>).</summary>
    public required IReadOnlyList<string> Call { get; init; }

    /// <summary>Calls to action for a seller who gave none, with a link and without.</summary>
    public required IReadOnlyList<string> CallWithLink { get; init; }

    public required IReadOnlyList<string> CallWithout { get; init; }

    /// <summary>Headlines by beat for when the moment has none that fits.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Heads { get; init; }

    /// <summary>That the product looks as in its photos.</summary>
    public required IReadOnlyList<string> Photo { get; init; }

    public required IReadOnlyList<CameraPhrase> Cameras { get; init; }
    public required IReadOnlyList<LightPhrase> Lights { get; init; }
    public required IReadOnlyList<string> Titles { get; init; }

    /// <summary>Emotions as people read them, by their word in the format.</summary>
    public required IReadOnlyDictionary<string, string> Emotions { get; init; }

    /// <summary>What to call somebody whose description gives no name, in order.</summary>
    public required IReadOnlyList<string> People { get; init; }

    /// <summary>What the people of a film are for, in order.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>First words of a description that are no names.</summary>
    public required IReadOnlyList<string> NoNames { get; init; }

    /// <summary>Words that tell of a guarantee, a test or an origin: kept for the proof.</summary>
    public required IReadOnlyList<string> Trust { get; init; }

    /// <summary>A clause that begins so can neither stand alone nor be left away.</summary>
    public required IReadOnlyList<string> Hinges { get; init; }

    /// <summary>Closing particles of a call to action, which the pattern around it sets itself.</summary>
    public required IReadOnlyList<string> Particles { get; init; }

    /// <summary>What a seller may write before a price and the pattern says already.</summary>
    public required IReadOnlyList<string> PriceLeads { get; init; }

    /// <summary>The product when nothing tells its kind.</summary>
    public required ProductWord Anything { get; init; }

    /// <summary>Greetings that no line may begin with.</summary>
    public required IReadOnlyList<string> Greetings { get; init; }

    /// <summary>Phrasings of the texts to post.</summary>
    public required PostWords Posts { get; init; }
}
