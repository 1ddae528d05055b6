using System.Text.Json;

namespace Rushes.Studio.Api.Answers;

/// <summary>Something that happened in a project. Either an event of a run, or a look at what the studio does.</summary>
/// <param name="Run">The event's run.</param>
/// <param name="Sequence">1, 2, 3... within the run.</param>
/// <param name="Text">The event as a line, in the language of the caller.</param>
/// <param name="Event">The event itself; its kind is in the field event.</param>
/// <param name="Work">What the studio does for the project, as it looks now.</param>
internal sealed record ProjectNews(string? Run, long? Sequence, DateTimeOffset At, string? Text, JsonElement? Event, WorkSheet? Work);
