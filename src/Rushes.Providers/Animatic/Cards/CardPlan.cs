namespace Rushes.Providers.Animatic.Cards;

/// <summary>A card laid out, with nothing drawn yet.</summary>
/// <param name="Pieces">From back to front.</param>
internal sealed record CardPlan(CardRoom Room, Scheme Scheme, BackgroundFile Background, IReadOnlyList<CardPhoto> Photos, IReadOnlyList<Piece> Pieces);
