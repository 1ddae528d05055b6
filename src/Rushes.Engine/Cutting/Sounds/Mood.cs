using Rushes.Engine.Library;

namespace Rushes.Engine.Cutting.Sounds;

/// <summary>Music of one mood as written in <c>data/sound/moods</c>.</summary>
/// <param name="Tempo">Quarter notes a minute.</param>
/// <param name="Progressions">Chords as degrees of the major scale, one a bar; minor moods turn around the sixth.</param>
/// <param name="Home">The degree of the chord that the music ends on.</param>
/// <param name="Brightness">0 is dark, 1 is bright.</param>
/// <param name="Octaves">Octaves that everything is shifted by; -1 is one lower.</param>
internal sealed record Mood(
    Names Name, double Tempo, int[][] Progressions, int Home, double Brightness, int Octaves, MoodPart? Pad = null, MoodPart? Pluck = null, MoodPart? Bass = null,
    MoodPart? Bell = null, MoodPart? Pulse = null, MoodPart? Shaker = null, Dictionary<string, string[]>? Words = null);

/// <summary>How one instrument plays in a mood.</summary>
/// <param name="Level">Decibels.</param>
/// <param name="From">The least intensity (-1 to 1) at which it plays.</param>
/// <param name="Pattern">
/// Eighth notes of a bar: for plucked notes the tone of the chord (0 is the lowest, 3 the octave), for drums the strength from 1 to 9; a dot is a rest.
/// </param>
internal sealed record MoodPart(double Level, double From = -1, string[]? Pattern = null);
