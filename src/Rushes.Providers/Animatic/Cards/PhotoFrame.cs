using System.Text.Json.Serialization;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>How a photo is mounted.</summary>
[JsonConverter(typeof(KebabCase<PhotoFrame>))]
internal enum PhotoFrame
{
    /// <summary>With a border of paper.</summary>
    Card,

    /// <summary>With round corners and a shadow.</summary>
    Plain,

    /// <summary>In a disc.</summary>
    Round,

    /// <summary>A cut-out thing as it is; any other photo is mounted plain.</summary>
    Free,
}
