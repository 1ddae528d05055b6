namespace Rushes.Providers.Animatic.Cards;

/// <summary>The shape of the room that platform and captions leave to a card.</summary>
internal enum CardShape
{
    Tall,
    Square,
    Wide,
}
