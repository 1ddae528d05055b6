using Rushes.Engine.Cutting.Captions;
using Rushes.Engine.Shooting;
using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Art;
using Rushes.Providers.Animatic.Cameras;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>
/// Reads an order and decides everything that will be seen: place, light, weather, who stands where, what the camera does. Finds something sensible for whatever
/// the order does not say, and decides the same for the same order.
/// </summary>
internal sealed class StageDesigner(ArtLibrary art, PlatformZones zones)
{
    private const string AnyPalette = "day";
    private readonly Casting _casting = new(art, new Wardrobe(art));
    private readonly Blocking _blocking = new(art);

    public StagePlan Design(ShotOrder order)
    {
        var dice = Dice.Of(order.Seed, order.Scene, order.Take);
        var direction = CameraDirection.Read(order.Shot.CameraShot);
        var place = Place(order);
        var placeFile = art.Places.GetValueOrDefault(place) ?? new PlaceFile();
        var palette = Palette(order, placeFile);
        var weather = Weather(order, placeFile);
        var lighting = new Lighting(
            art.Palettes.GetValueOrDefault(palette) ?? new PaletteFile(),
            Mood(order),
            weather is null ? null : art.Weathers[weather],
            placeFile.Indoor);
        var props = PropMaster.Choose(art, order);
        var actors = _blocking.Block(order, _casting.Cast(order), direction, placeFile, props.Held is not null, dice);
        var seconds = order.Rate.Seconds(order.Frames);
        var heading = actors.Count > 0 && actors[0].FacesLeft ? -1 : 1;
        var camera = new CameraPath(order.Size, new Framer(order.Size, placeFile, FreeUntil(order)).Frame(direction, actors), Move(direction, actors), seconds, dice) { Heading = heading };
        var set = new SetDesigner(art, lighting, direction, dice);
        var bodies = new ActorDesigner(art, order, set, camera);
        return new StagePlan
        {
            Place = place,
            PlaceFile = placeFile,
            Palette = palette,
            Weather = weather,
            Direction = direction,
            Camera = camera,
            Lighting = lighting,
            Dice = dice,
            Actors = actors,
            Elements =
            [
                .. set.Sky(placeFile),
                .. set.Scenery(place, placeFile),
                .. weather is null ? [] : set.GroundWeather(weather, placeFile),
                .. set.Bokeh(),
                .. actors.Select(actor => SetDesigner.Shadow(actor, bodies.MotionOf(actor))),
                .. props.Standing(art, set, placeFile, actors, dice),
                .. actors.OrderBy(actor => actor.Foot).SelectMany(actor => bodies.Elements(actor, props)),
                .. weather is null ? [] : set.Weather(weather),
                .. set.CloudsBelow(),
                .. set.Foreground(place, placeFile),
            ],
            Overlays = [.. Overlays(direction, lighting, palette)],
        };
    }

    /// <summary>Where a caption of two lines with a name begins, as a part of the picture's height.</summary>
    private double FreeUntil(ShotOrder order)
    {
        if (order.Captions.Count == 0)
            return 1;
        const double block = 0.235;
        var zone = zones.Of(order.Platform, order.Size).Within(order.Size);
        return (zone.Bottom - block * Math.Min(order.Size.Width, order.Size.Height)) / order.Size.Height;
    }

    private static IEnumerable<Overlay> Overlays(CameraDirection direction, Lighting lighting, string palette)
    {
        if (lighting.IsWarm && palette is "golden-hour" or "dusk")
            yield return new Overlay("overlays/light-leak.svg", 0.4, PulseLeast: 0.5);
        if (direction.Shot == CameraShot.Pov)
            yield return new Overlay("overlays/pov.svg", 0.9, Opens: true, Sways: true);
        else
            yield return new Overlay("overlays/vignette.svg", lighting.Vignette);
    }

    private static CameraMove Move(CameraDirection direction, IReadOnlyList<Actor> actors) =>
        direction.Move == CameraMove.Tracking && actors.All(actor => actor.Pose != Blocking.Walk) ? CameraMove.PanRight : direction.Move;

    private string Place(ShotOrder order)
    {
        var words = art.PlaceWords(order.Language);
        foreach (var text in new[] { order.Shot.Location, order.Shot.Prompt, order.Shot.VisualNotes, order.Prompt })
        {
            if (words.TryFind(text, out var place))
                return place;
        }

        // Any place will do, but the same one in every scene of the film that says the same location.
        var places = art.Places.Keys.Order(StringComparer.Ordinal).ToList();
        return places.Count == 0 ? "" : places[Dice.Of(order.Shot.Location ?? order.Project).Choose("place", places.Count)];
    }

    private string Palette(ShotOrder order, PlaceFile place)
    {
        if (place.Palette is { } own && art.Palettes.ContainsKey(own))
            return own;
        var words = art.PaletteWords(order.Language);
        foreach (var text in new[] { order.Shot.TimeOfDay, order.Shot.Location, order.Shot.Prompt, order.Shot.LightingMood })
        {
            if (words.TryFind(text, out var palette))
                return palette;
        }

        return AnyPalette;
    }

    private MoodFile Mood(ShotOrder order)
    {
        var words = art.MoodWords(order.Language);
        var named = words.TryFind(order.Shot.LightingMood, out var mood) || words.TryFind(order.Shot.Emotion, out mood) ? art.Moods[mood] : MoodFile.None;
        return art.Styles.TryGetValue(order.Style, out var style) ? named.Over(style) : named;
    }

    private string? Weather(ShotOrder order, PlaceFile place)
    {
        var words = art.WeatherWords(order.Language);
        foreach (var text in new[] { order.Shot.Prompt, order.Shot.VisualNotes, order.Shot.Location, order.Shot.Sound })
        {
            var fitting = words.FindAll(text).Where(name => art.Weathers[name].Place is var where && (where == "any" || where == "indoor" == place.Indoor));
            if (fitting.FirstOrDefault() is { } weather)
                return weather;
        }

        return null;
    }
}
