using Rushes.Film.Takes;

namespace Rushes.Engine.Shooting.Books;

/// <summary>One submission of a take to one account.</summary>
/// <param name="Upscale">It was to enlarge the clip, not to film it.</param>
/// <param name="Orphans">Operation ids that arrived after it had been given up.</param>
public sealed record AttemptSheet(
    string Id,
    int Number,
    string Account,
    AttemptState State,
    string? Operation,
    DateTimeOffset BegunAt,
    Trouble? Trouble,
    IReadOnlyList<string> Orphans,
    bool Upscale = false);
