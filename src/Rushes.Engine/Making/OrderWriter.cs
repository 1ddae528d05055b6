using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rushes.Engine.Projects;
using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Prompts;
using Rushes.Engine.Voices;
using Rushes.Film.Briefs;
using Rushes.Film.Scenes;
using Rushes.Film.Scripts;

namespace Rushes.Engine.Making;

/// <summary>Writes the order of each scene: everything that whoever films it needs, so that any process can film it later.</summary>
public static class OrderWriter
{
    /// <summary>More pixels than this on the shorter side come from enlarging.</summary>
    private const int LargestFilmed = 1080;

    /// <summary>Pixels on the shorter side.</summary>
    private static int ShortSide(Quality quality) => quality == Quality.Preview ? 540 : 1080;

    /// <summary>The frame of the film.</summary>
    public static FrameSize SizeOf(Brief brief)
    {
        ArgumentNullException.ThrowIfNull(brief);
        return brief.Aspect.Frame(WantedSide(brief));
    }

    /// <param name="copy">1 is the first take that the user asked for; further ones look different.</param>
    public static ShotOrder Write(Project project, Script script, SpokenScene spoken, int copy)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(script);
        ArgumentNullException.ThrowIfNull(spoken);
        var brief = project.Brief;
        var scene = script.Scenes[spoken.Scene - 1];
        return new ShotOrder
        {
            Project = project.Folder,
            Scene = spoken.Scene,
            SceneCount = script.Scenes.Count,
            Take = copy,
            Workflow = brief.Workflow,
            Prompt = scene.Prompt,
            Negative = scene.Negative,
            Frames = spoken.Frames,
            Size = brief.Aspect.Frame(Math.Min(WantedSide(brief), LargestFilmed)),
            Aspect = brief.Aspect,
            Seed = SeedOf(brief.Seed, spoken.Scene, copy),
            Language = script.Language,
            Style = script.Style ?? brief.Style,
            Model = brief.Model,
            Upscale = brief.Upscale,
            Shot = scene,
            Cast = [.. script.CastOf(scene)],
            Lines = spoken.Lines,
            Captions = brief.Captions == Captions.Burn ? CuesOf(spoken) : [],
            Platform = brief.Platform,
            Slate = brief.Slate && brief.Workflow == Workflow.Text2Video,
            Picture = spoken.Scene <= brief.Pictures.Count ? brief.Pictures[spoken.Scene - 1] : null,
            Card = CardOf(brief, scene, spoken.Scene),
            References = ReferencesOf(project, script, scene, spoken.Scene),
        };
    }

    /// <summary>The order of the same scene under another number. Of a sales film's photos another one comes first then.</summary>
    /// <param name="after">The number now of the scene that the clip goes on from.</param>
    public static ShotOrder Under(ShotOrder order, int scene, int? after)
    {
        ArgumentNullException.ThrowIfNull(order);
        return order with
        {
            Scene = scene,
            After = after == scene ? null : after,
            Slated = null,
            Card = order.Card is { } card ? card with { Images = Turned(card.Images, scene - order.Scene) } : null,
        };
    }

    private static int WantedSide(Brief brief) =>
        Math.Max(ShortSide(brief.Quality), brief.Upscale is { } target ? Upscales.ShortSideOf(target) : 0);

    public static IReadOnlyList<CaptionCue> CuesOf(SpokenScene spoken)
    {
        ArgumentNullException.ThrowIfNull(spoken);
        return [.. spoken.Lines.Select(line => new CaptionCue(line.Start, line.End, line.Speaker, line.Text))];
    }

    /// <summary>The same brief, scene and copy always give the same seed; any other gives another.</summary>
    private static long SeedOf(long seed, int scene, int copy)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{seed}/{scene}/{copy}");
        return BitConverter.ToUInt32(SHA256.HashData(Encoding.ASCII.GetBytes(name)));
    }

    /// <summary>The product as the scene begins with it, then who is in the scene. An image film has its picture to start from.</summary>
    private static List<ReferencePicture>? ReferencesOf(Project project, Script script, Scene scene, int number)
    {
        var card = CardOf(project.Brief, scene, number);
        var people = script.CastOf(scene)
            .Where(character => character.Picture is not null)
            .Select(character => Path.GetFullPath(character.Picture!, project.Folder));
        var pictures = (card?.Images ?? []).Take(1).Concat(people).Append(card?.Person).Concat((card?.Images ?? []).Skip(1)).OfType<string>().Distinct(StringComparer.Ordinal);
        return pictures.Select(picture => new ReferencePicture(picture)).ToList() is { Count: > 0 } list ? list : null;
    }

    private static SalesCard? CardOf(Brief brief, Scene scene, int number)
    {
        if (brief is not { Workflow: Workflow.SalesVideo, Product: { } product })
            return null;

        return new SalesCard(
            scene.StoryBeat ?? "Solution",
            Turned(product.Images, number - 1), // each scene begins with another photo, so that the film shows them all
            product.Name,
            scene.VisualNotes,
            product.Price,
            product.Offer,
            product.CallToAction,
            product.Link,
            brief.Style,
            product.People.Select(person => person.Image).FirstOrDefault(image => image is not null));
    }

    private static List<string> Turned(IReadOnlyList<string> images, int by)
    {
        var first = ((by % images.Count) + images.Count) % images.Count;
        return [.. images.Skip(first), .. images.Take(first)];
    }
}
