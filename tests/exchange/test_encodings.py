import pytest

from tracker.exchange.csv_text import decoded


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Дата;Упражнение;Вес;Повторы\n02.03.2026;Подъём на носки сидя левая;40,5;12\n", "cp1251"),
        ("Дата;Вправа;Вага\n02.03.2026;Підйом на носки;40\n", "cp1251"),
        ("Data;Ćwiczenie;Ciężar;Powtórzenia\n;Wspięcia na palce siedząc;40;12\n", "cp1250"),
        ("Datum;Cvičení;Váha;Opakování\n;Výpony vsedě;40;12\n", "cp1250"),
        ("Dátum;Gyakorlat;Súly;Ismétlés\n;Ülő vádliemelés, erős;40;12\n", "cp1250"),
        ("Datum;Übung;Gewicht\n;Wadenheben sitzend – Größe;40\n", "cp1252"),
        ("Date;Exercice;Répétitions\n;Élévation des mollets à la machine;12\n", "cp1252"),
        ("Fecha;Ejercicio\n;Elevación de talones, sesión del año\n", "cp1252"),
        ("Dato;Øvelse\n;Stående tåhævning; Übung à côté\n", "cp1252"),
        ("Datum;Övning\n;Sittande vadpress på tå\n", "cp1252"),
        ("Data;Exercício\n;Elevação de panturrilha em pé, três séries\n", "cp1252"),
        ("Date,Note\n2026-03-02,20° and £5\n", "cp1252"),
    ],
)
def test_an_old_encoding_is_told_by_what_the_words_become(text: str, encoding: str) -> None:
    found = decoded(text.encode(encoding), "x.csv")
    assert found.open().read() == text
