using System.Text.Json.Nodes;
using Rushes.FakeProviders.Media;
using Rushes.FakeProviders.Operations;
using Rushes.FakeProviders.Wires;

namespace Rushes.FakeProviders.GoogleFlow;

/// <summary>Writes what Flow says about operations, in each of its forms.</summary>
internal sealed class FlowAnswers(Backstage backstage)
{
    private const string Status = "MEDIA_GENERATION_STATUS_";

    /// <summary>The answer to a submission.</summary>
    public static JsonObject Submitted(IEnumerable<Operation> operations, int credits) => new()
    {
        ["operations"] = new JsonArray([.. operations.Select(operation => new JsonObject
        {
            ["operation"] = new JsonObject { ["name"] = operation.Name },
            ["sceneId"] = operation.Order.Tag,
            ["status"] = Status + "PENDING",
        })]),
        ["remainingCredits"] = credits,
    };

    /// <summary>One element of <c>operations[]</c>.</summary>
    public JsonObject Item(Operation operation, FlowStatusShape shape)
    {
        var item = new JsonObject
        {
            ["operation"] = new JsonObject { ["name"] = operation.Name },
            ["sceneId"] = operation.Order.Tag,
            ["status"] = Status + Word(operation, shape),
        };
        switch (operation.State)
        {
            case OperationState.Ready when shape == FlowStatusShape.Documented:
                item["operation"]!["done"] = true;
                item["response"] = new JsonObject { ["videoUrl"] = Link(operation, "video"), ["downloadUrl"] = Link(operation, "video") };
                break;
            case OperationState.Ready:
                item["operation"]!["metadata"] = Media(operation);
                item["mediaGenerationId"] = MediaName.Of(operation);
                break;
            case OperationState.Failed or OperationState.Blocked:
                item["operation"]!["error"] = Error(operation);
                break;
            default:
                break;
        }
        return item;
    }

    /// <summary>One element of <c>media[]</c>, which has no link.</summary>
    public static JsonObject MediaItem(Operation operation)
    {
        var status = new JsonObject { ["mediaGenerationStatus"] = Status + Word(operation, FlowStatusShape.Media) };
        if (operation.State is OperationState.Failed or OperationState.Blocked)
            status["error"] = Error(operation);
        return new JsonObject
        {
            ["name"] = MediaName.Of(operation),
            ["projectId"] = operation.Project,
            ["mediaMetadata"] = new JsonObject { ["mediaStatus"] = status },
        };
    }

    /// <summary>The media record with its signed links.</summary>
    public JsonObject Media(Operation operation) => new()
    {
        ["@type"] = "type.googleapis.com/google.internal.labs.aisandbox.v1.Media",
        ["name"] = MediaName.Of(operation),
        ["video"] = new JsonObject
        {
            ["seed"] = operation.Order.Seed ?? 0,
            ["mediaGenerationId"] = MediaName.Of(operation),
            ["prompt"] = operation.Order.Prompt,
            ["fifeUrl"] = Link(operation, "video"),
            ["servingBaseUri"] = Link(operation, "image"),
            ["model"] = operation.Order.Model,
            ["aspectRatio"] = operation.Order.Aspect switch
            {
                "9:16" => "VIDEO_ASPECT_RATIO_PORTRAIT",
                "1:1" => "VIDEO_ASPECT_RATIO_SQUARE",
                _ => "VIDEO_ASPECT_RATIO_LANDSCAPE",
            },
        },
    };

    /// <summary>The signed link to the clip or its still, on the download host.</summary>
    public string Link(Operation operation, string what) =>
        $"{backstage.CdnAddress}ai-sandbox-videofx/{what}/{operation.Name}?{backstage.Links.Query(operation)}";

    private static string Word(Operation operation, FlowStatusShape shape) => operation.State switch
    {
        OperationState.Queued => "PENDING",
        OperationState.Running => "ACTIVE",
        OperationState.Ready when shape is FlowStatusShape.Succeeded or FlowStatusShape.Documented => "SUCCEEDED",
        OperationState.Ready => "SUCCESSFUL",
        OperationState.Blocked => "BLOCKED",
        _ => "FAILED",
    };

    private static JsonObject Error(Operation operation) => operation.State == OperationState.Blocked
        ? new JsonObject { ["code"] = 3, ["message"] = "PUBLIC_ERROR_UNSAFE_GENERATION" }
        : operation.Fate?.Kind == Faults.FaultKind.FailedForGood
            ? new JsonObject { ["code"] = 3, ["message"] = "Request contains an invalid argument." }
            : new JsonObject { ["code"] = 13, ["message"] = "Internal error encountered." };
}
