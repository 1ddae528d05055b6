using System.Text.Json.Serialization;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>How something comes into the picture.</summary>
[JsonConverter(typeof(KebabCase<Entrance>))]
internal enum Entrance
{
    /// <summary>It is there from the start.</summary>
    None,
    Fade,

    /// <summary>Grows, a little too far, and settles.</summary>
    Pop,

    /// <summary>Comes down large and lands, like a stamp.</summary>
    Slap,
    FromLeft,
    FromRight,
    FromAbove,
    FromBelow,

    /// <summary>Falls in on its thread and swings out.</summary>
    Swing,

    /// <summary>Grows while it turns.</summary>
    Spin,

    /// <summary>Comes out from behind what lies before it.</summary>
    SlideOut,
}
