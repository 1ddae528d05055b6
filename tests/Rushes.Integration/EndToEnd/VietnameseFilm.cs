namespace Rushes.Integration.EndToEnd;

public sealed class VietnameseFilm() : FirstFilm("vi", "Một chú mèo con lạc mẹ tìm đường về nhà trong đêm mưa");
