using System.Text.Json;
using System.Text.Json.Nodes;
using Rushes.Cli.Commands;
using Rushes.Engine.Library;
using Rushes.Engine.Making;
using Rushes.Engine.Making.Models;
using Rushes.Engine.Texts;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Film.Products;
using Rushes.Film.Scripts;

namespace Rushes.Cli.Servers;

/// <summary>A film that a running studio makes.</summary>
internal static class ServerFilm
{
    public static async Task<int> MakeAsync(ServerSession session, FilmWish wish)
    {
        if (wish.Place is not null)
            throw Mistake.Input("cli.not-on-server", "out", "--out").AsException();
        var path = wish.Brief.Workflow switch { Workflow.Image2Video => "image2video", Workflow.SalesVideo => "sales-video", _ => "text2video" };
        var request = await RequestAsync(session, wish);
        if (wish.DryRun || session.Console.Asks)
        {
            var plan = await session.Line.PostAsync($"estimates/{path}", request, session.Cancellation);
            if (wish.DryRun)
                return Plan(session, plan.AsObject());
            if (!Agrees(session, plan))
                throw new DeclinedException();

            // The script that was asked about is the one that is filmed.
            if (wish.Brief.Workflow != Workflow.Image2Video)
                request["script"] = plan["script"]!.DeepClone();
        }

        return await ServerWork.FollowAsync(session, await session.Line.BeginAsync($"films/{path}", request, session.Cancellation), null);
    }

    private static bool Agrees(ServerSession session, JsonNode plan)
    {
        var told = plan["cost"]!;
        string[] unknown = [.. told["unknown"]!.AsArray().Select(model => (string)model!)];
        CostShare Share(string name) => (decimal?)told[name] is { } amount ? new(amount, []) : new(null, unknown);
        var cost = new CostEstimate((int)plan["takes"]!, Share("clips"), Share("voices"), Share("writing"));
        return cost.IsFree || session.Console.Confirm($"{FilmCommand.InWords(cost)} {Sentence.Of("models.ask")}");
    }

    private static int Plan(ServerSession session, JsonObject plan)
    {
        plan.Remove("script");
        session.Answer(
            plan,
            [
                Sentence.Of("film.script", (string)plan["title"]!, plan["scenes"]!.AsArray().Count, (double)plan["duration"]!),
                .. plan["scenes"]!.AsArray().Select(scene => FormattableString.Invariant($"{(int)scene!["scene"]!,3}  {(double)scene["duration"]!,5:0.0} s  {scene["camera_shot"]}: {scene["prompt"]}")),
                .. plan["warnings"]!.AsArray().Select(warning => (string)warning!),
            ]);
        return ExitCode.Done;
    }

    private static async Task<JsonObject> RequestAsync(ServerSession session, FilmWish wish)
    {
        var brief = wish.Brief;
        var request = Json(new
        {
            brief.Duration,
            Aspect = brief.Aspect.ToString(),
            brief.Language,
            brief.Style,
            brief.Template,
            brief.Domain,
            brief.Topic,
            brief.Platform,
            brief.Quality,
            brief.Captions,
            brief.Sound,
            brief.Voice,
            brief.Manner,
            Music = brief.Music is { } music ? await session.Line.UploadAsync(music, session.Cancellation) : null,
            brief.Transition,
            brief.Slate,
            brief.Copies,
            brief.Upscale,
            brief.Provider,
            brief.Model,
            brief.Writer,
            Accounts = brief.Accounts.Count > 0 ? brief.Accounts : null,
            brief.Chain,
            brief.Seed,
            wish.Wishes.MaxCost,
            WaitSeconds = wish.Wishes.Wait.TotalSeconds,
        });
        if (wish.Script is { } script)
            request["script"] = JsonNode.Parse(ScriptJson.Write(script));
        switch (brief)
        {
            case { Workflow: Workflow.Image2Video }:
                request["title"] = brief.Idea;
                request["pictures"] = await PicturesAsync(session, brief.Pictures);
                break;
            case { Product: { } product }:
                request["product"] = await ProductAsync(session, product);
                break;
            default:
                request["idea"] = brief.Idea;
                break;
        }

        return request;
    }

    private static async Task<JsonArray> PicturesAsync(ServerSession session, IReadOnlyList<Picture> pictures)
    {
        var list = new JsonArray();
        foreach (var picture in pictures)
            list.Add((JsonNode)Json(new { Upload = await session.Line.UploadAsync(picture.Path, session.Cancellation), picture.Prompt, picture.Move, picture.Seconds }));
        return list;
    }

    private static async Task<JsonObject> ProductAsync(ServerSession session, Product product)
    {
        List<string> images = [];
        foreach (var image in product.Images)
            images.Add(await session.Line.UploadAsync(image, session.Cancellation));
        List<object> people = [];
        foreach (var person in product.People)
            people.Add(new { Upload = person.Image is null ? null : await session.Line.UploadAsync(person.Image, session.Cancellation), person.Description });
        return Json(new
        {
            product.Name,
            product.Description,
            product.SellingPoints,
            product.Price,
            product.Offer,
            product.CallToAction,
            product.Link,
            Images = images,
            People = people,
        });
    }

    /// <summary>As requests are written: what is not said is left out.</summary>
    private static JsonObject Json(object value)
    {
        var page = JsonSerializer.SerializeToNode(value, CommandSession.JsonForm)!.AsObject();
        foreach (var name in page.Where(field => field.Value is null).Select(field => field.Key).ToList())
            page.Remove(name);
        return page;
    }
}
