using System.Text.Json.Serialization;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>What an item of a layout shows.</summary>
[JsonConverter(typeof(KebabCase<ItemKind>))]
internal enum ItemKind
{
    /// <summary>One of the product's photos.</summary>
    Photo,

    /// <summary>The photo of somebody who speaks for the product.</summary>
    Person,

    /// <summary>Words set in lines that come one after another.</summary>
    Text,

    /// <summary>A drawing of <c>data/sales</c>, with words where it has room for them.</summary>
    Drawing,

    /// <summary>A plain block of colour.</summary>
    Panel,

    /// <summary>The link as a QR code.</summary>
    Code,

    /// <summary>A tile that falls over the whole picture, such as confetti.</summary>
    Fall,
}
