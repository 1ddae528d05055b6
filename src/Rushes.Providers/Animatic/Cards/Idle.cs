using System.Text.Json.Serialization;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>What something does once it is there.</summary>
[JsonConverter(typeof(KebabCase<Idle>))]
internal enum Idle
{
    None,

    /// <summary>Goes up and down a little, as if it hung in the air.</summary>
    Float,

    /// <summary>Grows and shrinks like a heart: look here, press here.</summary>
    Pulse,

    /// <summary>Swings a little on its thread.</summary>
    Sway,

    /// <summary>Comes nearer all the time.</summary>
    Grow,

    /// <summary>Shivers for a moment after it landed.</summary>
    Shiver,

    /// <summary>Flares up now and then.</summary>
    Twinkle,

    /// <summary>Turns on and on.</summary>
    Turn,
}
