using System.Text.Json;
using System.Text.Json.Nodes;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;

namespace Rushes.Providers.ComfyUi;

/// <summary>The workflows of <c>data/comfyui</c>, the user's own among them.</summary>
internal sealed class WorkflowShelf(DataShelf shelf)
{
    private const string Folder = "comfyui/";

    /// <returns>Null with the reason when there is no such workflow, or it is none that can be sent.</returns>
    public Workflow? Find(string file, out Refusal? refusal)
    {
        refusal = null;
        try
        {
            var nodes = shelf.Read<Dictionary<string, JsonElement>>(Folder + file);
            return new(new JsonObject(nodes.Select(node => KeyValuePair.Create(node.Key, (JsonNode?)JsonObject.Create(node.Value)))));
        }
        catch (Exception broken) when (broken is IOException or JsonException or FormatException or InvalidOperationException)
        {
            refusal = new(RefusalKind.BadRequest, Sentence.Of("comfyui.workflow", file, broken.Message));
            return null;
        }
    }
}
