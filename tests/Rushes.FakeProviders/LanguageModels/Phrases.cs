namespace Rushes.FakeProviders.LanguageModels;

/// <summary>The small stock of sentences the fake models write from. <c>{0}</c> is what the idea is about.</summary>
internal sealed record Phrases(string[] Narration, string[] Action, string[] Places, string[] Moods, string[] Names, string[] Looks, string Greeting, string Prose, string Title)
{
    public static Phrases English { get; } = new(
        [
            "Nobody believed {0} could change a whole morning.", "At first, only the rain noticed.", "Then one small sound broke the silence.",
            "She had three minutes left and one idea.", "What if the answer was here all along?", "The door opened before anyone knocked.",
            "Every step cost a little more courage.", "He laughed, and the whole street turned around.", "This time, nobody looked away.",
            "And that is how the longest night ended.",
        ],
        [
            "{0} comes into view as the first light falls on wet stones", "A hand stops halfway and lets the paper fall", "Leaves rush past while a figure turns to the window",
            "The crowd steps aside and leaves one narrow path", "A lamp flickers twice, then burns steadily", "Two people lean over the same small table",
            "Water runs over the edge and carries a toy boat away", "A bicycle rolls down the hill without its rider",
        ],
        ["a quiet river bank", "a narrow market street", "a kitchen at dawn", "the roof above the old town"],
        ["hopeful", "tense", "tender", "bright"],
        ["Mai", "Tom", "Lan", "Eve"],
        ["a woman of thirty with short black hair, in a yellow raincoat", "a man of fifty with a grey beard, in a blue apron"],
        "Hello everyone, welcome back to my channel!",
        "I would love to help with that! A good film begins with a strong idea, and there are many directions we could take.",
        "The morning of {0}");

    public static Phrases Vietnamese { get; } = new(
        [
            "Không ai tin {0} lại làm thay đổi cả một buổi sáng.", "Lúc đầu, chỉ có cơn mưa nhận ra.", "Rồi một tiếng động nhỏ phá tan sự im lặng.",
            "Cô chỉ còn ba phút và một ý nghĩ.", "Nếu câu trả lời đã ở đây từ lâu thì sao?", "Cánh cửa mở ra trước khi có ai gõ.",
            "Mỗi bước đi cần thêm một chút can đảm.", "Anh bật cười, và cả con phố ngoái lại.", "Lần này, không ai quay mặt đi.",
            "Và đêm dài nhất đã kết thúc như thế.",
        ],
        [
            "{0} hiện ra khi tia nắng đầu tiên rơi trên đá ướt", "Một bàn tay dừng lại giữa chừng và để tờ giấy rơi", "Lá bay vụt qua, một bóng người quay ra cửa sổ",
            "Đám đông dạt sang hai bên, chừa lại một lối hẹp", "Ngọn đèn chớp hai lần rồi cháy đều", "Hai người cúi xuống cùng một chiếc bàn nhỏ",
            "Nước tràn qua mép đá, cuốn chiếc thuyền giấy đi", "Chiếc xe đạp lăn xuống dốc, không có người lái",
        ],
        ["bờ sông vắng", "con phố chợ hẹp", "gian bếp lúc rạng đông", "mái nhà trên khu phố cổ"],
        ["hy vọng", "căng thẳng", "dịu dàng", "tươi sáng"],
        ["Mai", "Nam", "Lan", "Hùng"],
        ["cô gái ba mươi tuổi, tóc đen ngắn, mặc áo mưa vàng", "người đàn ông năm mươi tuổi, râu xám, đeo tạp dề xanh"],
        "Xin chào các bạn, chào mừng các bạn quay lại kênh của mình!",
        "Mình rất sẵn lòng giúp bạn! Một bộ phim hay bắt đầu từ một ý tưởng tốt, và có nhiều hướng để chúng ta chọn.",
        "Buổi sáng của {0}");
}
