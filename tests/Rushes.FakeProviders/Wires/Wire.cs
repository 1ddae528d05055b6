using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Rushes.FakeProviders.Calls;
using Rushes.FakeProviders.Faults;
using Rushes.FakeProviders.Operations;

namespace Rushes.FakeProviders.Wires;

/// <summary>One provider's wire. What all have in common is here: who calls, what goes wrong, how work is accepted.</summary>
internal abstract class Wire(Backstage backstage)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    protected Backstage Backstage { get; } = backstage;

    /// <summary>Submissions beyond the slots wait instead of being refused.</summary>
    protected virtual bool Queues => false;

    /// <summary>Slots of an account when nothing is said about them; null is without limit.</summary>
    protected virtual int? UsualSlots => null;

    /// <summary>Adds the wire's routes.</summary>
    public abstract void Map(WebApplication api);

    /// <summary>Adds the routes of the download host.</summary>
    public virtual void MapCdn(WebApplication cdn)
    {
    }

    /// <summary>Forgets everything the wire itself keeps.</summary>
    public virtual void Reset()
    {
    }

    /// <summary>The credential of a request, or null.</summary>
    protected abstract string? CredentialOf(HttpRequest request);

    /// <summary>Says no in the wire's own status and words.</summary>
    public abstract IResult Say(Refusal refusal);

    /// <summary>The answer to a credential that is missing (null or empty) or not known.</summary>
    protected virtual IResult Unknown(string? credential) => Say(new Refusal(RefusalKind.Unauthorized));

    protected static string? BearerOf(HttpRequest request)
    {
        var value = request.Headers.Authorization.ToString();
        return value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? value[7..].Trim() : null;
    }

    protected static IResult Json(JsonNode? body, int status = 200) =>
        Results.Text(body?.ToJsonString(Plain) ?? "null", "application/json; charset=UTF-8", statusCode: status);

    /// <summary>A route that demands a credential. A wrong request thrown as <see cref="RefusedException"/> is said in the wire's words.</summary>
    protected void Route(WebApplication app, string method, string pattern, Func<HttpContext, Caller, Task<IResult>> answer) =>
        app.MapMethods(pattern, [method], async context =>
        {
            IResult result;
            var notes = CallNotes.Of(context);
            var credential = CredentialOf(context.Request);
            if (Backstage.Accounts.Find(credential) is not { } caller)
            {
                notes.Outcome = "refused Unauthorized";
                result = Unknown(credential);
            }
            else
            {
                notes.Account = caller.Name;
                result = await FaultAsync(context, Moment.Any, caller) ?? await AnswerAsync(context, caller, answer);
            }
            await result.ExecuteAsync(context);
        });

    private async Task<IResult> AnswerAsync(HttpContext context, Caller caller, Func<HttpContext, Caller, Task<IResult>> answer)
    {
        try
        {
            return await answer(context, caller);
        }
        catch (RefusedException refused)
        {
            return Refuse(context, refused.Refusal);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException)
        {
            // A value of another type than the wire's, or no JSON at all.
            return Refuse(context, new Refusal(RefusalKind.BadRequest, $"Invalid JSON payload received. {wrong.Message}"));
        }
    }

    protected IResult Refuse(HttpContext context, Refusal refusal)
    {
        CallNotes.Of(context).Outcome = $"refused {refusal.Kind}";
        return Say(refusal);
    }

    /// <summary>
    /// What goes wrong at this moment, already played; null when nothing does or when only time was lost.
    /// </summary>
    protected async Task<IResult?> FaultAsync(
        HttpContext context, Moment moment, Caller caller, IReadOnlyList<string>? prompts = null, string? operation = null)
    {
        var fault = Backstage.Faults.Next(new FaultScene(moment, prompts ?? [], operation, caller.Name, caller.Credential, context.Request.Path));
        return fault is null ? null : await PlayAsync(context, fault);
    }

    /// <summary>Plays a fault that any wire can have; null when it was only slow or is for the caller to play.</summary>
    protected async Task<IResult?> PlayAsync(HttpContext context, Fault fault, string afterwards = "")
    {
        CallNotes.Of(context).Outcome = $"fault {fault.Name}{afterwards}";
        switch (fault.Kind)
        {
            case FaultKind.Slow:
                await Backstage.WaitAsync(TimeSpan.FromSeconds(fault.Seconds ?? 2), context.RequestAborted);
                return null;
            case FaultKind.Drop:
                CallNotes.Of(context).Drop(context);
                return Results.Empty;
            case FaultKind.BadGateway:
                return Results.Content("<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>",
                    "text/html", statusCode: 502);
            case FaultKind.EmptyBody:
                return Results.StatusCode(503);
            case FaultKind.ArrayBody:
                return Json(new JsonArray(GoogleErrors.Body(503, "The service is currently unavailable.", "UNAVAILABLE")), 503);
            case FaultKind.LateInternal:
                return Say(new Refusal(RefusalKind.Internal));
            default:
                return KindOf(fault.Kind) is { } kind ? Say(new Refusal(kind, RetryAfter: fault.Seconds)) : null;
        }
    }

    private static RefusalKind? KindOf(FaultKind fault) => fault switch
    {
        FaultKind.BadRequest => RefusalKind.BadRequest,
        FaultKind.Unauthorized => RefusalKind.Unauthorized,
        FaultKind.NoCredit => RefusalKind.NoCredit,
        FaultKind.Forbidden => RefusalKind.Forbidden,
        FaultKind.NotFound => RefusalKind.NotFound,
        FaultKind.TooMany => RefusalKind.TooMany,
        FaultKind.Internal => RefusalKind.Internal,
        FaultKind.Unavailable => RefusalKind.Unavailable,
        FaultKind.Captcha => RefusalKind.Captcha,
        _ => null,
    };

    /// <summary>Accepts work, or says why not. Faults that lose the answer come after the work exists.</summary>
    protected async Task<IResult> SubmitAsync(
        HttpContext context, Caller caller, IReadOnlyList<Order> orders, string? project, Func<string> name,
        Func<IReadOnlyList<Operation>, IResult> answer, Func<Fault, IResult?>? special = null)
    {
        await Backstage.WaitAsync(Backstage.Options.SubmitLatency, context.RequestAborted);
        string[] prompts = [.. orders.Select(order => order.Prompt)];
        var fault = Backstage.Faults.Next(new FaultScene(Moment.Submit, prompts, null, caller.Name, caller.Credential, context.Request.Path));
        var tooEarly = Backstage.Accounts.Submit(caller, Backstage.Now);
        if (fault is not null && !HappensAfterwards(fault) && (special?.Invoke(fault) ?? await PlayAsync(context, fault)) is { } played)
        {
            CallNotes.Of(context).Outcome = $"fault {fault.Name}";
            return played;
        }
        if (tooEarly is { } wait && OverRate(wait) is { } refusal)
            return Refuse(context, refusal);
        var fates = orders.Select(order => (order, tooEarly is { } later ? LaterOf(later) : FateOf(context, caller, order))).ToArray();
        var mayQueue = Backstage.Options.Overflow == Overflow.Queue || (Backstage.Options.Overflow == Overflow.AsTheProvider && Queues);
        var accepted = Backstage.Operations.Accept(
            fates, caller.Name, project, Backstage.Accounts.GenerateOf(caller), Backstage.Accounts.SlotsOf(caller) ?? UsualSlots, mayQueue, name);
        if (accepted is null)
            return Refuse(context, new Refusal(RefusalKind.TooMany));
        foreach (var operation in accepted.Where(operation => EndsWell(operation.Fate)))
            Backstage.Clips.Begin(operation.Order);
        var outcome = "accepted " + string.Join(", ", accepted.Select(operation => operation.Name));
        if (fault is not null && HappensAfterwards(fault) && await PlayAsync(context, fault, $", {outcome}") is { } lost)
            return lost;
        CallNotes.Of(context).Outcome = outcome;
        return answer(accepted);
    }

    /// <summary>The refusal for coming too early, or null on a wire that accepts it and complains later.</summary>
    protected virtual Refusal? OverRate(TimeSpan wait) => new(RefusalKind.TooMany, RetryAfter: Math.Max(0.001, wait.TotalSeconds));

    private static Fault LaterOf(TimeSpan wait) =>
        new() { Kind = FaultKind.TooManyLater, On = Moment.Fate, Seconds = Math.Max(0.001, wait.TotalSeconds), Name = "rate" };

    private Fault? FateOf(HttpContext context, Caller caller, Order order) =>
        Backstage.Faults.Next(new FaultScene(Moment.Fate, [order.Prompt], null, caller.Name, caller.Credential, context.Request.Path));

    private static bool EndsWell(Fault? fate) =>
        fate?.Kind is not (FaultKind.Blocked or FaultKind.Refusal or FaultKind.Failed or FaultKind.FailedForGood or FaultKind.Stuck);

    private static bool HappensAfterwards(Fault fault) => fault.Kind is FaultKind.Drop or FaultKind.LateInternal or FaultKind.Slow;

    /// <summary>The fault of reading this operation's clip now, or null.</summary>
    protected Fault? DownloadFault(HttpContext context, Operation operation) =>
        Backstage.Faults.Next(new FaultScene(Moment.Download, [operation.Order.Prompt], operation.Name, operation.Account, null, context.Request.Path));

    /// <summary>
    /// Plays a download fault that is an answer of the wire rather than a spoilt clip; true when the answer is given.
    /// </summary>
    protected async Task<bool> PlayDownloadAsync(HttpContext context, Fault? fault)
    {
        if (fault is null || (fault.Kind != FaultKind.Slow && fault.Kind != FaultKind.Drop && fault.Kind != FaultKind.BadGateway
            && fault.Kind != FaultKind.EmptyBody && fault.Kind != FaultKind.ArrayBody && KindOf(fault.Kind) is null))
            return false;
        if (await PlayAsync(context, fault) is not { } played)
            return false;
        await played.ExecuteAsync(context);
        return true;
    }

    /// <summary>The clip of an operation that has ended well.</summary>
    protected Task<byte[]> ClipOf(Operation operation) => Backstage.Clips.OfAsync(operation.Order, operation.Name);

    protected static string Hex(int bytes) => Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(bytes));
}
