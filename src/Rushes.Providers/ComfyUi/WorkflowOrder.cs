using System.Text.Json.Nodes;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;

namespace Rushes.Providers.ComfyUi;

/// <summary>What an order asks of a workflow.</summary>
/// <param name="File">The workflow's name in <c>data/comfyui</c>.</param>
/// <param name="Values">By placeholder; all but the pictures, which must be brought to the server first.</param>
/// <param name="Pictures">Absolute paths by placeholder.</param>
internal sealed record WorkflowOrder(string File, Dictionary<string, JsonValue> Values, IReadOnlyDictionary<string, string> Pictures)
{
    /// <returns>Null when the model has no workflow for such an order.</returns>
    public static WorkflowOrder? Of(ShotOrder order, VideoModel model, ComfyWire wire, string promptId)
    {
        ArgumentNullException.ThrowIfNull(order);
        var pictures = ShotPictures.Of(order);
        var brought = new Dictionary<string, string>(StringComparer.Ordinal);
        var file = wire.Text;
        if (pictures.First is { } first)
        {
            file = wire.Image;
            brought[Workflow.FirstImage] = first;
            if (pictures.Last is { } last && wire.FirstLast is not null)
            {
                file = wire.FirstLast;
                brought[Workflow.LastImage] = last;
            }
        }

        return file is null ? null : new(file, ValuesOf(order, model, wire, promptId), brought);
    }

    /// <summary>Frames that hold the scene, in the steps that the model can.</summary>
    public static int FramesOf(double seconds, double fps, int step)
    {
        var steps = (int)Math.Ceiling(((seconds * fps) - 1) / step - 0.001);
        return (Math.Max(1, steps) * step) + 1;
    }

    private static Dictionary<string, JsonValue> ValuesOf(ShotOrder order, VideoModel model, ComfyWire wire, string promptId)
    {
        var seconds = model.LengthFor(order.Rate.Seconds(order.Frames));
        var frame = order.Aspect.Frame(wire.ShortSide);
        var negative = string.IsNullOrWhiteSpace(order.Negative) ? wire.Negative : order.Negative;
        return new(StringComparer.Ordinal)
        {
            [Workflow.Prompt] = JsonValue.Create(order.Prompt),
            [Workflow.Negative] = JsonValue.Create(negative),
            [Workflow.Width] = JsonValue.Create(Multiple(frame.Width, wire.MultipleOf)),
            [Workflow.Height] = JsonValue.Create(Multiple(frame.Height, wire.MultipleOf)),
            [Workflow.Length] = JsonValue.Create(FramesOf(seconds, wire.Fps, wire.FrameStep)),
            [Workflow.Fps] = wire.Fps == Math.Floor(wire.Fps) ? JsonValue.Create((int)wire.Fps) : JsonValue.Create(wire.Fps),
            [Workflow.Seconds] = JsonValue.Create(seconds),
            [Workflow.Seed] = JsonValue.Create(order.Seed),
            [Workflow.FilenamePrefix] = JsonValue.Create($"rushes/{promptId}"),
        };
    }

    private static int Multiple(int pixels, int of) => Math.Max(1, (int)Math.Round((double)pixels / of)) * of;
}
