namespace Rushes.Integration.EndToEnd;

internal sealed record SceneSheet(int Scene, string State, string? Account, string? Clip, IReadOnlyList<TakeSheet> Takes, string? Error);
