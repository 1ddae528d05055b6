using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Rushes.Engine.Making;
using Rushes.Engine.Making.Commissions;
using Rushes.Engine.Projects;
using Rushes.Film;
using Rushes.Studio.Api.Answers;

namespace Rushes.Studio.Api;

/// <summary>
/// Begins what clients ask for. A request with an Idempotency-Key is entered before anything is begun for it: the same request again, from whatever process,
/// gets the first answer and begins nothing.
/// </summary>
internal sealed class CommissionDesk(ICommissionBook book, TimeProvider time, IOptions<JsonOptions> json)
{
    public const string Header = "Idempotency-Key";
    private const int LongestKey = 200;
    private readonly ConcurrentDictionary<string, byte> _beginning = new(StringComparer.Ordinal);

    /// <param name="request">What was asked for; a key means this alone.</param>
    /// <param name="project">Null for a new film.</param>
    /// <param name="begin">Begins the work of this id.</param>
    /// <exception cref="MistakeException">The key was used for something else, or the work cannot be begun.</exception>
    public async Task<Accepted<WorkSheet>> BeginAsync(
        HttpContext context, object request, Project? project, Func<string, FilmInHand> begin)
    {
        var key = KeyOf(context.Request);
        var first = WorkSheet.Begun(FilmDesk.NewId(), project?.Name, time.GetUtcNow());
        var commission = new Commission(first.Id, key, DigestOf(context.Request, request), Written(first), project?.Folder, first.BegunAt);
        _beginning[first.Id] = 0;
        try
        {
            // Once it is entered it is begun, whoever hangs up meanwhile.
            if (await book.EnterAsync(commission, CancellationToken.None) is { } earlier)
                return Again(earlier, commission);
            begin(first.Id);
            return Answer(first);
        }
        catch (MistakeException)
        {
            await book.StrikeAsync(first.Id, CancellationToken.None);
            throw;
        }
        finally
        {
            _beginning.TryRemove(first.Id, out _);
        }
    }

    /// <summary>The work was announced and is about to be begun.</summary>
    public bool IsBeginning(string id) => _beginning.ContainsKey(id);

    private Accepted<WorkSheet> Again(Commission earlier, Commission asked) => earlier.Digest == asked.Digest
        ? Answer(JsonSerializer.Deserialize<WorkSheet>(earlier.Answer, json.Value.SerializerOptions)!)
        : throw Mistake.Input("api.key-reused", Header, asked.Key!).AsException();

    private static Accepted<WorkSheet> Answer(WorkSheet work) => TypedResults.Accepted($"/api/v1/works/{work.Id}", work);

    private static string? KeyOf(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(Header, out var given))
            return null;
        var key = given.ToString();
        return key.Length is > 0 and <= LongestKey && key.All(letter => letter is > ' ' and <= '~') ? key : throw Mistake.Input("api.key-form", Header, LongestKey).AsException();
    }

    private string DigestOf(HttpRequest request, object asked) => Convert.ToHexStringLower(SHA256.HashData(
        JsonSerializer.SerializeToUtf8Bytes(new[] { request.Method, request.Path.Value ?? "", Written(asked) })));

    private string Written(object value) => JsonSerializer.Serialize(value, value.GetType(), json.Value.SerializerOptions);
}
