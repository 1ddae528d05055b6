using Rushes.Engine.Cutting.Captions;
using Rushes.Engine.Shooting;
using Rushes.Providers.Animatic.Drawing;
using Rushes.Providers.Animatic.Lettering;
using FontFolder = Rushes.Engine.Cutting.Captions.FontFolder;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>Lays out the card of a scene: the layout of its beat, filled with what the product has, within what platform and captions leave free.</summary>
internal sealed class CardDesigner(Press press, LayoutBook layouts, SchemeBook schemes, PlatformZones zones)
{
    /// <summary>In shorter scenes everything comes sooner.</summary>
    private const double FullSeconds = 3.6;

    /// <summary>Parts of the picture's shorter side.</summary>
    private const double ShortWay = 0.09;

    /// <summary>A photo fills the picture when no more of it than this is lost.</summary>
    private const double MostLost = 0.42;

    /// <param name="photos">The product's, the scene's own first; at least one.</param>
    /// <param name="person">Null when nobody speaks for the product.</param>
    /// <param name="captionsFrom">Pixels from the top where captions begin.</param>
    public CardPlan Design(ShotOrder order, SalesCard card, IReadOnlyList<CardPhoto> photos, CardPhoto? person, double captionsFrom)
    {
        var scheme = schemes.Of(card);
        var room = CardRoom.Of(order.Size, zones.Of(order.Platform, order.Size).Within(order.Size), captionsFrom);
        var layout = layouts.Of(card.Beat);
        var code = QrDrawing.Of(card.Link);
        var facts = new CardFacts(card with { Person = person is null ? null : card.Person }, press.Fonts, order.Language, photos[0], Fills(photos[0], order), code is not null);
        var easel = new Easel(press, room, scheme, facts, photos, person, code, order.Rate.Seconds(order.Frames), order.Language);
        var items = layout.Of(room.Shape).Where(item => facts.Holds(item.If)).ToList();
        return new CardPlan(
            room,
            scheme,
            layout.Backgrounds.FirstOrDefault(background => facts.Holds(background.If)) ?? new BackgroundFile { Drawing = "background-1" },
            photos,
            [.. items.Select((item, index) => easel.Piece(item, index)).OfType<Piece>()]);
    }

    private static bool Fills(CardPhoto photo, ShotOrder order)
    {
        var shape = photo.File.Proportion / ((double)order.Size.Width / order.Size.Height);
        return !photo.IsCutOut && Math.Min(shape, 1 / shape) >= 1 - MostLost;
    }

    /// <summary>Makes pieces of items.</summary>
    private sealed class Easel(
        Press press, CardRoom room, Scheme scheme, CardFacts facts, IReadOnlyList<CardPhoto> photos, CardPhoto? person, QrDrawing? code, double seconds, string language)
    {
        private readonly double _hurry = Math.Min(1, seconds / FullSeconds);

        /// <returns>Null when the product does not have what the item shows.</returns>
        public Piece? Piece(ItemFile item, int index)
        {
            var act = ActOf(item, room.At(item.Box), index);
            var box = Footing.Within(room, item, act);
            var words = item.Words ?? facts.Words(item.Text);
            return item.Show switch
            {
                ItemKind.Photo => new PhotoPiece(item, box, photos[item.Photo % photos.Count], scheme, act),
                ItemKind.Person => person is null ? null : new PhotoPiece(item with { Frame = PhotoFrame.Round }, box, person, scheme, act),
                ItemKind.Text => words is null ? null : new TextPiece(item, box, words, Width, scheme, act),
                ItemKind.Drawing when item.Text is null || words is not null => new DrawingPiece(item, box, press.Drawing(item.Drawing ?? "sparkle"), words, photos[item.Photo % photos.Count], Width, scheme, act),
                ItemKind.Panel => new PanelPiece(item, box, scheme, act),
                ItemKind.Code => code is null ? null : new CodePiece(item, box, code, scheme, act),
                ItemKind.Fall => new FallPiece(item, press.Drawing(item.Drawing ?? "confetti"), scheme, room.Size, act),
                _ => null,
            };
        }

        private double Width(string text) => LetterSheet.Width(text, bold: true, press.Fonts, language);

        private Act ActOf(ItemFile item, StageBox box, int index)
        {
            var way = item.Enter.How switch
            {
                // Lines that fly far up or down would cross one another.
                Entrance.FromAbove or Entrance.FromBelow when item.Show == ItemKind.Text => ShortWay * room.Unit,
                Entrance.FromLeft => box.Right + 0.06 * room.Unit,
                Entrance.FromRight => room.Size.Width - box.Left + 0.06 * room.Unit,
                Entrance.FromAbove => box.Bottom + 0.06 * room.Unit,
                Entrance.FromBelow => room.Size.Height - box.Top + 0.06 * room.Unit,
                _ => 0,
            };
            return new Act(item.Enter.How, item.Idle, item.Enter.At * _hurry, Math.Max(0.05, item.Enter.Takes * _hurry), room.Unit, way, seconds, index * 0.31 % 1);
        }
    }
}
