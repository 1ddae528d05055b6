using Rushes.Engine.Writing.Policy;
using Rushes.Film.Scripts;
using Rushes.Tests.Library;

namespace Rushes.Tests.Writing.Policy;

public sealed class PolicyCheckTests
{
    private static readonly PolicyCheck Check = new(ProductData.Shelf);

    [Theory]
    [InlineData("con mèo béo")]
    [InlineData("Anh đi tìm kiếm con đường về quê.")]
    [InlineData("10 năm trước, nơi này là một cánh rừng.")]
    [InlineData("Cửa hàng của mình đã 10 tuổi rồi đấy.")]
    [InlineData("Chú chó 3 tuổi chờ chủ ở ga tàu.")]
    [InlineData("Con mèo mới tám tuổi mà đã lười.")]
    [InlineData("Rượu 12 năm tuổi ủ trong hầm đá.")]
    [InlineData("Bà ngoại đã hai mươi hai tuổi khi rời làng, năm nay 82 tuổi.")]
    [InlineData("Em bé voi tập tắm bên dòng suối.")]
    [InlineData("Đọc sách để giết thời gian.")]
    [InlineData("Anh ấy đi hiến máu mỗi năm hai lần, nhóm máu O.")]
    [InlineData("Cô ấy có máu lửa của người làm nghề.")]
    [InlineData("Đầm hoa súng nở tím buổi sớm.")]
    [InlineData("Súng massage giúp giãn cơ sau giờ tập.")]
    [InlineData("Bộ phim bom tấn mùa hè.")]
    [InlineData("Cây mai đâm chồi nảy lộc.")]
    [InlineData("Mấy ông bạn ngồi chém gió bên ấm trà.")]
    [InlineData("Thỏi son màu nude hợp mọi làn da.")]
    [InlineData("Da mịn như da em bé.")]
    [InlineData("Cô làm tình nguyện ở bệnh viện.")]
    [InlineData("Khung cửa gợi cảm hứng cho người thợ.")]
    [InlineData("Xác định lại địa chỉ, xác nhận đơn hàng, thông tin chính xác.")]
    [InlineData("Hãy tự tử tế với chính mình.")]
    [InlineData("Bài học sinh động khiến cả lớp cười vang.")]
    [InlineData("Đánh răng, đánh giá, đánh đàn: ba việc mỗi sáng.")]
    [InlineData("Vũ khí bí mật của quán là nước mắm.")]
    [InlineData("Người thợ đập đá bên sườn núi.")]
    [InlineData("Anh cắt tay áo cho mát.")]
    [InlineData("Mầm non xanh mướt vươn lên giữa nắng.")]
    public void Vietnamese_sentences_that_only_look_bad_are_let_be(string text) => Assert.Empty(Check.Check(text, "vi", "prompt").SelectMany(warning => warning.Words));

    [Theory]
    [InlineData("A warm kitchen with a view.")]
    [InlineData("She has the skill to do whatever she wants.")]
    [InlineData("The kidney beans simmer slowly.")]
    [InlineData("A baby elephant splashes in the river.")]
    [InlineData("Ten years ago this was a forest.")]
    [InlineData("10 years ago she opened the shop.")]
    [InlineData("Our bakery is almost 10 years old.")]
    [InlineData("A 12-year-old whisky in a heavy glass.")]
    [InlineData("An 8 year old dog waits at the station.")]
    [InlineData("She is twenty-one years old today.")]
    [InlineData("Cheese aged 12 months.")]
    [InlineData("Reading is how I kill time on the train.")]
    [InlineData("This spray kills bacteria on contact.")]
    [InlineData("Curiosity killed the cat, they say.")]
    [InlineData("A blood orange on a blue plate.")]
    [InlineData("The nurse checks his blood pressure.")]
    [InlineData("A hot glue gun and a box of ribbons.")]
    [InlineData("Drop a bath bomb into the tub.")]
    [InlineData("A photo shoot under a shooting star.")]
    [InlineData("Nude lipstick for every day.")]
    [InlineData("Visible to the naked eye.")]
    [InlineData("The cowboy calls his girlfriend; her boyfriend laughs.")]
    [InlineData("The heroine crosses the bridge.")]
    [InlineData("Seaweed soup and grape juice.")]
    [InlineData("Her childhood smelled of cinnamon; she kept her inner child.")]
    [InlineData("Take baby steps, no kidding.")]
    [InlineData("The assassination of time is a metaphor about classes, passes and grass.")]
    [InlineData("My secret weapon is lemon.")]
    [InlineData("Essex and Sussex are counties.")]
    [InlineData("Poison ivy climbs the wall.")]
    [InlineData("A violent storm bends the palms.")]
    [InlineData("It's child's play to assemble.")]
    public void English_sentences_that_only_look_bad_are_let_be(string text) => Assert.Empty(Check.Check(text, "en", "prompt").SelectMany(warning => warning.Words));

    [Theory]
    [InlineData("vi", "minors", "cô bé", "Cô bé quàng khăn đỏ chạy qua cầu.")]
    [InlineData("vi", "minors", "16 tuổi", "Cô gái 16 tuổi đứng trước gương.")]
    [InlineData("vi", "minors", "mười hai tuổi", "Thằng Tí mười hai tuổi biết bơi.")]
    [InlineData("vi", "minors", "đứa trẻ", "Mèo và đứa trẻ ngủ quên.")]
    [InlineData("vi", "minors", "em bé", "Em bé bò trên sàn.")]
    [InlineData("vi", "violence", "giết", "Hắn giết người gác cổng.")]
    [InlineData("vi", "violence", "vũng máu", "Vũng máu loang trên sàn.")]
    [InlineData("vi", "violence", "khẩu súng", "Anh rút khẩu súng ra.")]
    [InlineData("vi", "adult", "khỏa thân", "Người mẫu khỏa thân trên bãi biển.")]
    [InlineData("vi", "adult", "sexy", "Một vũ điệu sexy.")]
    [InlineData("vi", "adult", "phim sex", "Họ quay phim sex.")]
    [InlineData("vi", "hate", "phân biệt chủng tộc", "Một lời phân biệt chủng tộc.")]
    [InlineData("vi", "dangerous", "ma túy", "Hắn bán ma túy ở ngõ sau.")]
    [InlineData("vi", "dangerous", "tự tử", "Cô nghĩ đến tự tử.")]
    [InlineData("en", "minors", "little girl", "A little girl sends a letter.")]
    [InlineData("en", "minors", "8-year-old", "An 8-year-old plays the violin.")]
    [InlineData("en", "minors", "twelve years old", "He is twelve years old.")]
    [InlineData("en", "minors", "kids", "The kids' party begins.")]
    [InlineData("en", "violence", "killed", "He killed the guard.")]
    [InlineData("en", "violence", "blood", "Blood drips from the wall.")]
    [InlineData("en", "violence", "gun", "She pulls a gun.")]
    [InlineData("en", "adult", "naked", "A naked man runs by.")]
    [InlineData("en", "adult", "sexy", "Sexy dancers in the rain.")]
    [InlineData("en", "hate", "nazi", "A Nazi flag on the wall.")]
    [InlineData("en", "dangerous", "cocaine", "Lines of cocaine on a table.")]
    [InlineData("en", "dangerous", "make a bomb", "How to make a bomb at home.")]
    [InlineData("fr", "adult", "sexy", "Une robe sexy.")]
    public void Real_ones_of_each_class_are_named_with_their_words(string language, string reason, string word, string text)
    {
        var warnings = Check.Check(text, language, "prompt");
        Assert.Contains(warnings, warning => warning.Kind == "policy" && warning.Text.Contains(Engine.Texts.Sentence.Of($"script.policy-{reason}"), StringComparison.Ordinal));
        Assert.Contains(word.Split(' ')[0], string.Join(' ', warnings.SelectMany(warning => warning.Words)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_suggestion_is_a_diff_and_the_script_stays_as_it_is()
    {
        var script = new Script { Title = "t", Language = "vi", Scenes = [new() { Prompt = "Cô bé 8 tuổi mở hộp. Trời mưa.", Duration = 4, Negative = "máu" }] };
        var warning = Assert.Single(Check.Check(script));
        Assert.Equal(1, warning.Scene);
        Assert.Equal(["cô bé", "8 tuổi"], warning.Words);
        Assert.Equal(
            new Rewording("prompt", "Cô bé 8 tuổi mở hộp. Trời mưa.", "Cô gái trẻ 20 tuổi mở hộp. Trời mưa.", "[-Cô bé-]{+Cô gái trẻ+} [-8 tuổi-]{+20 tuổi+} mở hộp. Trời mưa."),
            warning.Suggestion);
        Assert.Equal("Cô bé 8 tuổi mở hộp. Trời mưa.", script.Scenes[0].Prompt);
    }

    [Fact]
    public void Each_scene_has_one_warning_a_reason_with_all_its_words()
    {
        var script = new Script
        {
            Title = "t",
            Language = "en",
            Characters = [new() { Name = "Tom", VisualIdentity = "Tom is a teenager with a scar." }],
            Scenes = [new() { Prompt = "A gun. Blood.", Duration = 4, Dialogues = [new() { Text = "I killed him, boy." }] }, new() { Prompt = "Rain.", Duration = 4 }],
        };
        var warnings = Check.Check(script);
        Assert.Equal([(null, "teenager"), (1, "gun blood killed"), (1, "boy")], warnings.Select(warning => (warning.Scene, string.Join(' ', warning.Words))));
    }

    [Fact]
    public void What_the_scene_does_not_want_is_not_held_against_it() =>
        Assert.Empty(Check.Check(new Script { Title = "t", Language = "en", Scenes = [new() { Prompt = "Rain.", Duration = 4, Negative = "blood, nudity" }] }));
}
