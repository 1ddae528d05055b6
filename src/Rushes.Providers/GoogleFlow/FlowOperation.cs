namespace Rushes.Providers.GoogleFlow;

/// <summary>
/// An operation at Flow. A status question must repeat the scene's id that the submission gave, so the stored id holds both:
/// <c>NAME@SCENE</c>.
/// </summary>
internal sealed record FlowOperation(string Name, string SceneId)
{
    public string Id => $"{Name}@{SceneId}";

    public static FlowOperation Parse(string id)
    {
        var at = id.LastIndexOf('@');
        return at < 0 ? new(id, "") : new(id[..at], id[(at + 1)..]);
    }
}
