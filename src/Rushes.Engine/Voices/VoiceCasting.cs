using Rushes.Film.Scripts;

namespace Rushes.Engine.Voices;

/// <summary>Who speaks with which voice: the script's own choice, else one that fits sex and age, no two characters alike while there are enough voices.</summary>
public sealed class VoiceCasting
{
    private readonly Dictionary<string, Voice> _roles = new(StringComparer.OrdinalIgnoreCase);

    private VoiceCasting(Voice? narrator)
    {
        Narrator = narrator;
    }

    /// <summary>Null when no voice speaks the film's language.</summary>
    public Voice? Narrator { get; }

    public Voice? Of(string? speaker) => speaker is not null && _roles.TryGetValue(speaker, out var voice) ? voice : Narrator;

    /// <param name="voices">The usable voices of the film's language, best first.</param>
    /// <param name="bearing">How a character comes across.</param>
    /// <param name="wanted">The voice that the user asked for; it narrates.</param>
    public static VoiceCasting Cast(Script script, IReadOnlyList<Voice> voices, Func<Character, Bearing> bearing, string? wanted = null)
    {
        ArgumentNullException.ThrowIfNull(script);
        ArgumentNullException.ThrowIfNull(voices);
        ArgumentNullException.ThrowIfNull(bearing);
        var chosen = Named(voices, wanted);
        var casting = new VoiceCasting(chosen ?? voices.FirstOrDefault(voice => voice is { Gender: "female", Age: "adult" }) ?? (voices.Count > 0 ? voices[0] : null));
        var taken = new HashSet<string>(StringComparer.Ordinal);
        if (casting.Narrator is { } narrator)
            taken.Add(narrator.Name);
        foreach (var character in script.Characters)
        {
            var voice = Named(voices, character.Voice) ?? Best(voices, bearing(character), taken);
            if (voice is null || !casting._roles.TryAdd(character.Name, voice))
                continue;
            taken.Add(voice.Name);
        }

        return casting;
    }

    private static Voice? Named(IReadOnlyList<Voice> voices, string? name) =>
        name is null ? null : voices.FirstOrDefault(voice => voice.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static Voice? Best(IReadOnlyList<Voice> voices, Bearing bearing, HashSet<string> taken) =>
        voices.OrderByDescending(voice => Fit(voice, bearing) - (taken.Contains(voice.Name) ? 5 : 0)).FirstOrDefault();

    private static int Fit(Voice voice, Bearing bearing)
    {
        var age = voice.Age == bearing.Age ? 4 : 0;
        var gender = voice.Gender == bearing.Gender || bearing.Age == "child" && voice.Gender == "child" ? 4 : 0;
        return age + gender;
    }
}
