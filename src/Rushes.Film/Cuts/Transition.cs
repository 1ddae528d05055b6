using Rushes.Film.Scenes;

namespace Rushes.Film.Cuts;

/// <summary>
/// The passage from each scene to the next. It does not shorten the film: it begins where the new scene begins, and what is still seen of the old one is
/// taken from material filmed beyond its seconds, or its last frame is held.
/// </summary>
/// <param name="Frames">Length; 0 for a cut.</param>
public sealed record Transition(TransitionKind Kind, int Frames)
{
    /// <summary>Length unless another one is asked for.</summary>
    public const double Seconds = 0.5;

    public static Transition Cut { get; } = new(TransitionKind.Cut, 0);

    /// <summary>The names that <c>--transition</c> takes.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<TransitionKind>().Select(NameOf)];

    public string Name => NameOf(Kind);

    /// <exception cref="MistakeException">No transition has this name.</exception>
    public static Transition Parse(string name, FrameRate rate, string field = "transition")
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach (var kind in Enum.GetValues<TransitionKind>())
        {
            if (NameOf(kind).Equals(name.Trim(), StringComparison.OrdinalIgnoreCase))
                return kind == TransitionKind.Cut ? Cut : new Transition(kind, rate.Frames(Seconds));
        }

        throw Mistake.Input("cut.transition", field, name, string.Join(", ", Names)).AsException();
    }

    /// <summary><see cref="TransitionKind.WipeLeft"/> is <c>wipe-left</c>.</summary>
    private static string NameOf(TransitionKind kind) =>
        string.Concat(kind.ToString().Select((letter, at) => char.IsUpper(letter) ? (at > 0 ? "-" : "") + char.ToLowerInvariant(letter) : letter.ToString()));
}
