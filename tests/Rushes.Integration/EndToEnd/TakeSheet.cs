namespace Rushes.Integration.EndToEnd;

internal sealed record TakeSheet(int Take, string State, string? Clip, bool Stale);
