using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rushes.Engine.Library;
using Rushes.Engine.Machine;
using Rushes.Engine.Voices;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Studio.Api.Answers;
using Rushes.Studio.Live;
using Rushes.Studio.Pages;

namespace Rushes.Studio.Api;

/// <summary>What there is to choose from, and what this machine has.</summary>
internal static class ShelvesApi
{
    private const string Tag = "library";

    public static void MapShelvesApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/models", (ModelBook models, TimeProvider time) =>
        {
            var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
            return TypedResults.Ok<IReadOnlyList<ModelSheet>>([.. models.All.Select(model => ModelSheet.Of(model, today))]);
        }).Called("listModels", "The models that film, what they can and what they cost", Tag);
        api.MapGet("/templates", (Catalogue catalogue) => TypedResults.Ok<IReadOnlyList<ShelfRow>>(
                [.. catalogue.Templates.Select(entry => new ShelfRow(entry.Id, entry.Value.Name.ToString(), entry.Value.About.ToString()))]))
            .Called("listTemplates", "Ways to tell a film", Tag);
        api.MapGet("/styles", (Catalogue catalogue) => TypedResults.Ok<IReadOnlyList<ShelfRow>>(
                [.. catalogue.Styles.Select(entry => new ShelfRow(entry.Id, entry.Value.Name.ToString(), entry.Value.Guidance.ToString()))]))
            .Called("listStyles", "How films can look", Tag);
        api.MapGet("/domains", (Catalogue catalogue) => TypedResults.Ok<IReadOnlyList<DomainSheet>>(
            [
                .. catalogue.Domains.Select(domain => new DomainSheet(
                    domain.Id,
                    domain.Value.Name.ToString(),
                    [.. domain.Value.Topics.Select(topic => new ShelfRow(topic.Id, topic.Name.ToString(), topic.Guidance.ToString()))])),
            ]))
            .Called("listDomains", "Fields that films are about, with their topics", Tag);
        api.MapGet("/voices", async (string? language, SpeechDirector speech, CancellationToken gone) =>
            {
                if (language is not null && !Languages.All.Contains(language, StringComparer.Ordinal))
                    throw Mistake.Input("brief.unknown-language", "language", language, string.Join(", ", Languages.All)).AsException();
                return TypedResults.Ok(await speech.VoicesAsync(language, gone));
            })
            .Called("listVoices", "The voices that are usable on the studio's machine", Tag);
        api.MapGet("/voices/sample", async (string name, VoiceBooth booth, CancellationToken gone) =>
                MediaEndpoints.Of(await booth.HearAsync(name, gone), "audio/wav") ?? throw Mistake.Input("api.no-file", "name", name).AsException())
            .Called("hearVoice", "A sentence said by a voice that costs nothing", Tag).Produces<Stream>(StatusCodes.Status200OK, "audio/wav").MayMiss();
        api.MapGet("/machine", async (IMachineCheck machine, CancellationToken gone) => TypedResults.Ok(await machine.ExamineAsync(gone)))
            .Called("examineMachine", "What the studio's machine has, and what is missing", Tag);
    }
}
