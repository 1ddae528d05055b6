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
    /// <param name="memory">Who spoke when the film was last spoken.</param>
    /// <param name="find">Finds a voice by its name; null: among <paramref name="voices"/>.</param>
    public static VoiceCasting Cast(
        Script script,
        IReadOnlyList<Voice> voices,
        Func<Character, Bearing> bearing,
        string? wanted = null,
        CastMemory? memory = null,
        Func<string, Voice?>? find = null)
    {
        ArgumentNullException.ThrowIfNull(script);
        ArgumentNullException.ThrowIfNull(voices);
        ArgumentNullException.ThrowIfNull(bearing);
        find ??= name => voices.FirstOrDefault(voice => voice.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        var chosen = Named(find, wanted) ?? Named(find, script.Narrator?.Voice) ?? Named(find, memory?.Narrator);

        // One engine for all of them: a film whose voices come from different worlds sounds put together.
        var engine = chosen is not null && voices.Any(voice => voice.Engine == chosen.Engine) ? chosen.Engine : voices.Count > 0 ? voices[0].Engine : null;
        var pool = voices.Where(voice => voice.Engine == engine).ToList();
        var casting = new VoiceCasting(chosen ?? pool.Find(voice => voice is { Gender: "female", Age: "adult" }) ?? (pool.Count > 0 ? pool[0] : null));
        var taken = new HashSet<string>(StringComparer.Ordinal);
        if (casting.Narrator is { } narrator)
            taken.Add(narrator.Name);
        foreach (var character in script.Characters)
        {
            var voice = Named(find, character.Voice) ?? Named(find, memory?.Roles.GetValueOrDefault(character.Name)) ?? Best(pool, bearing(character), taken);
            if (voice is null || !casting._roles.TryAdd(character.Name, voice))
                continue;
            taken.Add(voice.Name);
        }

        return casting;
    }

    /// <param name="language">What the film is spoken in.</param>
    public CastMemory Remember(string language) =>
        new(language, Narrator?.Name, _roles.OrderBy(role => role.Key, StringComparer.Ordinal).ToDictionary(role => role.Key, role => role.Value.Name, StringComparer.Ordinal));

    private static Voice? Named(Func<string, Voice?> find, string? name) => string.IsNullOrWhiteSpace(name) ? null : find(name);

    private static Voice? Best(IReadOnlyList<Voice> voices, Bearing bearing, HashSet<string> taken) =>
        voices.OrderByDescending(voice => Fit(voice, bearing) - (taken.Contains(voice.Name) ? 5 : 0)).FirstOrDefault();

    private static int Fit(Voice voice, Bearing bearing)
    {
        var age = voice.Age == bearing.Age ? 4 : 0;
        var gender = voice.Gender == bearing.Gender || bearing.Age == "child" && voice.Gender == "child" ? 4 : 0;
        return age + gender;
    }
}
