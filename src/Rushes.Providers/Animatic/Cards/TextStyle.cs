using System.Text.Json.Serialization;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>How words are set.</summary>
[JsonConverter(typeof(KebabCase<TextStyle>))]
internal enum TextStyle
{
    Plain,

    /// <summary>Every line on a strip of its own.</summary>
    Strips,

    /// <summary>The last line marked as with a pen.</summary>
    Marker,
}
